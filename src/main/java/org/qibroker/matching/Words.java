package org.qibroker.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence that is read piece by piece; what was taken leaves a gap. */
final class Words {
    private static final char GAP = '\u0001';
    private static final int LONGEST = 60;
    private static final Pattern RUNS = Pattern.compile("[\u0001,，。、!！?？:：|]+");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\d]");

    private final StringBuilder rest;

    Words(String text) {
        this.rest = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** Takes the first place that fits. */
    Optional<MatchResult> take(Pattern pattern) {
        return take(pattern, match -> true);
    }

    /** Takes the first place that fits and that is accepted. */
    Optional<MatchResult> take(Pattern pattern, Predicate<MatchResult> accepted) {
        Matcher matcher = pattern.matcher(rest);
        while (matcher.find()) {
            MatchResult match = matcher.toMatchResult();
            if (accepted.test(match)) {
                remove(match.start(), match.end());
                return Optional.of(match);
            }
        }
        return Optional.empty();
    }

    /** Takes every place that fits. */
    List<String> takeAll(Pattern pattern, Predicate<MatchResult> accepted) {
        List<String> taken = new ArrayList<>();
        Optional<MatchResult> next = take(pattern, accepted);
        while (next.isPresent()) {
            taken.add(next.get().group().strip());
            next = take(pattern, accepted);
        }
        return taken;
    }

    /** Whether the pattern fits somewhere in what is left. */
    boolean has(Pattern pattern) {
        return pattern.matcher(rest).find();
    }

    private void remove(int start, int end) {
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, GAP);
        }
    }

    /** Takes the longest word of a vocabulary, given by keys; a Latin word only as a whole. */
    Optional<String> takeTerm(Set<String> keys) {
        StringBuilder letters = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < rest.length(); i++) {
            if (Character.isLetterOrDigit(rest.charAt(i)) || rest.charAt(i) == GAP) {
                letters.append(Character.toLowerCase(rest.charAt(i)));
                places.add(i);
            }
        }
        int[] best = {0, 0};
        for (int from = 0; from < letters.length(); from++) {
            int most = Math.min(letters.length(), from + LONGEST);
            for (int to = most; to - from > Math.max(1, best[1] - best[0]); to--) {
                if (keys.contains(letters.substring(from, to)) && whole(places.get(from), places.get(to - 1))) {
                    best = new int[] {from, to};
                }
            }
        }
        return best[1] == 0 ? Optional.empty() : Optional.of(takeSpan(places.get(best[0]), places.get(best[1] - 1)));
    }

    private String takeSpan(int first, int last) {
        String word = rest.substring(first, last + 1);
        remove(first, last + 1);
        return word;
    }

    private boolean whole(int first, int last) {
        return !(joined(first) && first > 0 && joined(first - 1))
                && !(joined(last) && last + 1 < rest.length() && joined(last + 1));
    }

    private boolean joined(int place) {
        return LATIN.matcher(String.valueOf(rest.charAt(place))).matches();
    }

    /** What is left: stretches between what was taken, in order. */
    List<String> left() {
        return Arrays.stream(RUNS.split(rest))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
