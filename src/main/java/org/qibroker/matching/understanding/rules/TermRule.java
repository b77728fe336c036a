package org.qibroker.matching.understanding.rules;

import org.jspecify.annotations.Nullable;
import org.qibroker.matching.words.Concept;
import org.qibroker.matching.words.Lexicon;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.matching.words.Vocabulary;

/** The longest word at a place: a subject, a parameter or a fixed phrase. One character alone has to stand alone. */
public final class TermRule implements Rule {
    private static final Lexicon<Fact> PHRASES = Phrases.lexicon();

    private final Thesaurus thesaurus;

    /** Knows these words. */
    public TermRule(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    @Override
    public @Nullable Found read(String text, int at) {
        Lexicon.Hit<Fact> phrase = PHRASES.longest(text, at);
        Lexicon.Hit<Concept> subject = standing(text, at, thesaurus.subjects());
        Lexicon.Hit<Concept> parameter = standing(text, at, thesaurus.parameters());
        int most = Math.max(phrase == null ? 0 : phrase.end(), Math.max(end(subject), end(parameter)));
        if (phrase != null && phrase.end() == most) {
            return new Found(phrase.meaning(), at, most);
        }
        if (subject != null && subject.end() == most) {
            return new Found(
                    new Fact.Subject(text.substring(at, most), subject.meaning().family()), at, most);
        }
        return parameter == null ? null : new Found(new Fact.Parameter(text.substring(at, most)), at, most);
    }

    private static int end(Lexicon.@Nullable Hit<Concept> hit) {
        return hit == null ? 0 : hit.end();
    }

    private static Lexicon.@Nullable Hit<Concept> standing(String text, int at, Vocabulary vocabulary) {
        Lexicon.Hit<Concept> hit = vocabulary.longest(text, at);
        boolean single = hit != null && hit.end() - at == 1;
        boolean within = single
                && ((at > 0 && Letters.han(text.charAt(at - 1)) && !Letters.counts(text.charAt(at - 1)))
                        || (at + 1 < text.length() && Letters.han(text.charAt(at + 1))));
        return within ? null : hit;
    }
}
