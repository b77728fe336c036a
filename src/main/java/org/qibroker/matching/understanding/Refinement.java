package org.qibroker.matching.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.understanding.rules.Count;
import org.qibroker.matching.understanding.rules.Fact;
import org.qibroker.matching.understanding.rules.Found;
import org.qibroker.matching.understanding.rules.Letters;
import org.qibroker.matching.words.Concept;
import org.qibroker.matching.words.Spelling;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.shared.Family;

/** What neighbours make of each other: compounds, counts without a counter, words misspelt. */
final class Refinement {
    /** What instruments are called. */
    static final Pattern INSTRUMENT = Pattern.compile(
            "(?i)(?:计|表|仪|尺|规|秤|天平|砝码|扳手|扳子|量块|传感器|变送器|示波器|校准器|试验机|检测器|探测器|报警器|装置|"
                    + "(?:gauge|gage|meter|scale|balance|caliper|tester|analyzer|analyser|sensor|transducer|calibrator|instrument)s?)$");

    private static final Pattern MACHINE = Pattern.compile("机|器|箱|炉|台|柜|设备|系统");
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,5}) (?=\\p{IsLatin}{2})");
    private static final int MOST_WORDS = 4;
    private static final int MOST_ATTEMPTS = 200;

    private final String text;
    private final Thesaurus thesaurus;
    private final Offered offered;
    private int attempts;

    Refinement(String text, Thesaurus thesaurus, Offered offered) {
        this.text = text;
        this.thesaurus = thesaurus;
        this.offered = offered;
    }

    /** The facts again, refined. */
    List<Found> of(List<Found> all) {
        List<Found> spelt = new ArrayList<>();
        all.forEach(found -> {
            if (found.fact() instanceof Fact.Left) {
                spelt.addAll(known(found));
            } else {
                spelt.add(found);
            }
        });
        return heads(counted(compounds(spelt)));
    }

    /** What is left, with a subject in it that some scope names or that is only misspelt. */
    private List<Found> known(Found left) {
        String word = text.substring(left.from(), left.to());
        Optional<Family> family = offered.family(word);
        if (family.isPresent()) {
            return List.of(new Found(new Fact.Subject(word, family.get()), left.from(), left.to()));
        }
        List<int[]> words = latinWords(left);
        for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
            for (int first = 0; first + length <= words.size() && attempts < MOST_ATTEMPTS; first++) {
                attempts++;
                int from = words.get(first)[0];
                int to = words.get(first + length - 1)[1];
                Optional<Spelling.Correction> correction = thesaurus.spelling().correct(text.substring(from, to));
                if (correction.isPresent()) {
                    return parted(left, from, to, correction.get());
                }
            }
        }
        return List.of(left);
    }

    private static List<Found> parted(Found left, int from, int to, Spelling.Correction correction) {
        List<Found> parts = new ArrayList<>();
        if (left.from() < from) {
            parts.add(new Found(new Fact.Left(), left.from(), from));
        }
        parts.add(new Found(
                new Fact.Subject(correction.word(), correction.concept().family()), from, to));
        if (to < left.to()) {
            parts.add(new Found(new Fact.Left(), to, left.to()));
        }
        return parts;
    }

    private List<int[]> latinWords(Found left) {
        List<int[]> words = new ArrayList<>();
        int at = left.from();
        while (at < left.to()) {
            int begin = at;
            while (at < left.to() && Letters.latin(text.charAt(at))) {
                at++;
            }
            if (at > begin) {
                words.add(new int[] {begin, at});
            }
            at = Math.max(at, begin + 1);
        }
        return words;
    }

    /** An unknown instrument whose name begins with known words, as 土壤养分速测仪 does. */
    private List<Found> compounds(List<Found> all) {
        List<Found> joined = new ArrayList<>();
        for (Found found : all) {
            String word = text.substring(found.from(), found.to());
            boolean instrument = found.fact() instanceof Fact.Left
                    && (INSTRUMENT.matcher(word).find() || MACHINE.matcher(word).matches());
            int from = found.from();
            while (instrument && !joined.isEmpty() && part(joined.get(joined.size() - 1), from)) {
                from = joined.remove(joined.size() - 1).from();
            }
            boolean compound = from < found.from();
            joined.add(
                    compound
                            ? new Found(new Fact.Subject(text.substring(from, found.to()), null), from, found.to())
                            : found);
        }
        return joined;
    }

    private boolean part(Found before, int from) {
        boolean word = before.fact() instanceof Fact.Subject
                || before.fact() instanceof Fact.Parameter
                || before.fact() instanceof Fact.Hint;
        return word && before.to() == from && Letters.han(text.charAt(from)) && Letters.han(text.charAt(from - 1));
    }

    /** A bare number before a subject counts it. */
    private List<Found> counted(List<Found> all) {
        List<Found> counted = new ArrayList<>();
        for (Found found : all) {
            Matcher count = COUNTED.matcher(text.substring(found.from(), found.to()));
            if (found.fact() instanceof Fact.Left && count.lookingAt() && Integer.parseInt(count.group(1)) > 0) {
                int end = found.from() + count.end(1);
                counted.add(new Found(new Fact.Pieces(Integer.parseInt(count.group(1)), false), found.from(), end));
                counted.add(new Found(new Fact.Left(), found.from() + count.end(), found.to()));
            } else {
                counted.add(found);
            }
        }
        for (int i = 0; i + 1 < counted.size(); i++) {
            Found found = counted.get(i);
            int pieces = found.fact() instanceof Fact.Left ? count(found) : -1;
            if (pieces > 0 && counted.get(i + 1).fact() instanceof Fact.Subject) {
                counted.set(i, new Found(new Fact.Pieces(pieces, false), found.from(), found.to()));
            }
        }
        return counted;
    }

    private int count(Found left) {
        String word = text.substring(left.from(), left.to());
        return word.matches("\\d{1,5}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)")
                ? Count.of(word)
                : -1;
    }

    /** Of neighbouring subjects, a material before the thing made of it is left; two names of one thing are one. */
    private List<Found> heads(List<Found> all) {
        List<Found> heads = new ArrayList<>(all);
        for (int i = 0; i + 1 < heads.size(); i++) {
            Found first = heads.get(i);
            Found second = heads.get(i + 1);
            if (first.fact() instanceof Fact.Subject a && second.fact() instanceof Fact.Subject b) {
                if (same(a, b)) {
                    heads.set(i, new Found(new Fact.Aside(), first.from(), first.to()));
                } else if (a.family() != Family.METROLOGY && touching(first, second)) {
                    heads.set(i, new Found(new Fact.Left(), first.from(), first.to()));
                }
            }
        }
        return heads;
    }

    private boolean same(Fact.Subject a, Fact.Subject b) {
        @Nullable Concept one = thesaurus.subjects().find(a.word()).orElse(null);
        return one != null && one.equals(thesaurus.subjects().find(b.word()).orElse(null));
    }

    private boolean touching(Found first, Found second) {
        boolean blank = second.from() - first.to() == 1
                && text.charAt(first.to()) == ' '
                && Letters.latin(text.charAt(second.from()));
        return first.to() == second.from() || blank;
    }
}
