package org.qibroker.matching.words;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.TextKey;

/** The concepts of one kind – subjects, or parameters – by every word for them. */
public final class Vocabulary {
    private final Map<String, Concept> byKey;
    private final Lexicon<Concept> lexicon;
    private final Map<Concept, List<String>> keys = new LinkedHashMap<>();

    Vocabulary(Map<String, Concept> byKey) {
        this.byKey = Map.copyOf(byKey);
        this.lexicon = new Lexicon<>(byKey);
        byKey.forEach((key, concept) ->
                keys.computeIfAbsent(concept, c -> new ArrayList<>()).add(key));
    }

    /** The concept of a word, however it is spaced and cased. */
    public Optional<Concept> find(String word) {
        return Optional.ofNullable(byKey.get(TextKey.of(word)));
    }

    /** The keys of all words, and what they mean. */
    public Map<String, Concept> byKey() {
        return byKey;
    }

    /** The longest word that begins at a place of a text. */
    public Lexicon.@Nullable Hit<Concept> longest(String text, int from) {
        return lexicon.longest(text, from);
    }

    /** All concepts, in the order they are recorded. */
    public Collection<Concept> concepts() {
        return keys.keySet();
    }

    /** The keys that cover a word, and how: the closest relation of each. */
    public Map<String, Wording> coverings(String asked) {
        Map<String, Wording> covering = new LinkedHashMap<>();
        String key = TextKey.of(asked);
        covering.put(key, Wording.EXACT);
        Concept concept = byKey.get(key);
        if (concept != null) {
            enter(covering, concept, Relation.SYNONYM);
            above(concept).forEach(broader -> enter(covering, broader, Relation.BROADER));
        }
        return covering;
    }

    private void enter(Map<String, Wording> covering, Concept concept, Relation relation) {
        Wording wording = new Wording(relation, concept.zh());
        keys.getOrDefault(concept, List.of()).forEach(key -> covering.putIfAbsent(key, wording));
    }

    /** What is recorded as a kind of what a word means, at whatever distance, in the order it is recorded. */
    public List<Concept> narrower(String word) {
        Concept wanted = byKey.get(TextKey.of(word));
        return wanted == null
                ? List.of()
                : concepts().stream()
                        .filter(concept -> above(concept).contains(wanted))
                        .toList();
    }

    /** The keys of all words for a concept. */
    public List<String> keys(Concept concept) {
        return List.copyOf(keys.getOrDefault(concept, List.of()));
    }

    /** Everything that includes a concept, the nearest first. */
    private Collection<Concept> above(Concept concept) {
        Collection<Concept> all = new LinkedHashSet<>();
        Deque<Concept> open = new ArrayDeque<>(List.of(concept));
        while (!open.isEmpty()) {
            for (String term : open.remove().broader()) {
                Concept broader = Objects.requireNonNull(byKey.get(TextKey.of(term)), term);
                if (all.add(broader)) {
                    open.add(broader);
                }
            }
        }
        return all;
    }
}
