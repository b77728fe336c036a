package org.qibroker.catalog.lint.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.unit.QuantityKind;

/** Ranges whose upper end stands first. */
final class Inversion {
    private static final int LONGEST = 200;
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*(?:~|～|∼|〜|…|\\.{2,3}|—|–|至|到|\\bto\\b|(?<=[\\d\\p{L}Ωµ°℃%\\s])-(?=\\s*\\d))\\s*");
    private static final Pattern END = Pattern.compile("(?<number>[+-−]?\\d[\\d .,]*(?:[eE][+-]?\\d+)?)(?<unit>.*)");

    private Inversion() {}

    /** One end: its number, and its unit if it has one. */
    private record End(String number, String unit) {
        static Optional<End> of(String text) {
            Matcher end = END.matcher(text.strip());
            return end.matches()
                    ? Optional.of(new End(
                            end.group("number").strip(), end.group("unit").strip()))
                    : Optional.empty();
        }
    }

    /** The same range with its ends the right way round; empty if it is not one that stands on its head. */
    static Optional<String> upright(String text, @Nullable QuantityKind kind, RangeParser parser) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher separator = SEPARATOR.matcher(text);
        while (separator.find()) {
            String left = text.substring(0, separator.start());
            String right = text.substring(separator.end());
            Optional<String> swapped = End.of(left)
                    .flatMap(upper -> End.of(right).flatMap(lower -> swap(upper, lower)))
                    .filter(range -> parser.parse(range, kind).isPresent());
            if (swapped.isPresent()) {
                return swapped;
            }
        }
        return Optional.empty();
    }

    /** A unit that stands behind the last end only belongs to both. */
    private static Optional<String> swap(End upper, End lower) {
        if (upper.unit.isEmpty()) {
            return Optional.of((lower.number + "~" + upper.number + " " + lower.unit).strip());
        }
        return lower.unit.isEmpty()
                ? Optional.empty()
                : Optional.of(lower.number + " " + lower.unit + "~" + upper.number + " " + upper.unit);
    }
}
