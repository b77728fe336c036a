package org.qibroker.matching.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.measure.Numbers;

/**
 * Writes a reading in a few lines: {@code = subject ; family ; …} an item, {@code @ by: … ; at: …} what holds for all of
 * them, {@code ? …} what was not understood, {@code ~ written > understood} a correction.
 */
final class ReadingText {
    private ReadingText() {}

    static List<String> of(Reading reading) {
        List<String> lines = new ArrayList<>();
        reading.items().forEach(item -> lines.add("= " + item(item)));
        List<String> all = new ArrayList<>();
        put(all, "by:", reading.neededBy());
        put(all, "at:", reading.district());
        put(all, "budget:", reading.budget() == null ? null : reading.budget().amount() / 100);
        put(all, "programme:", reading.programmes() == null ? null : String.join(",", reading.programmes()));
        put(all, "scenario:", reading.scenarios() == null ? null : String.join(",", reading.scenarios()));
        if (!all.isEmpty()) {
            lines.add("@ " + String.join(" ; ", all));
        }
        reading.notUnderstood().forEach(left -> lines.add("? " + left.text()));
        reading.corrections().forEach(c -> lines.add("~ " + c.written() + " > " + c.understood()));
        return lines;
    }

    private static void put(List<String> parts, String name, Object value) {
        if (value != null) {
            parts.add(name + value);
        }
    }

    private static String item(ItemSpec item) {
        List<String> parts =
                new ArrayList<>(List.of(item.subject(), item.family().name().substring(0, 1)));
        put(parts, "kind:", item.serviceKind());
        put(parts, "param:", item.parameter());
        put(parts, "quantity:", item.quantity());
        put(parts, "", item.range() == null ? null : range(item.range()));
        put(
                parts,
                "points:",
                item.points() == null
                        ? null
                        : item.points().stream()
                                .map(p -> Numbers.print(p.value()) + " " + p.unit())
                                .collect(Collectors.joining(", ")));
        if (item.conditions() != null) {
            item.conditions().forEach(c -> parts.add("cond:" + c.name() + " " + range(c.range())));
        }
        if (item.maxUncertainty() != null) {
            boolean relative = Objects.equals(item.maxUncertainty().relative(), true);
            parts.add((relative ? "Urel:" : "U:")
                    + Numbers.print(item.maxUncertainty().value()) + " "
                    + item.maxUncertainty().unit());
        }
        if (item.tolerance() != null) {
            Double ratio = item.tolerance().ratio();
            parts.add("MPE:" + Numbers.print(item.tolerance().value()) + " "
                    + item.tolerance().unit() + (ratio == null ? "" : " ratio " + Numbers.print(ratio)));
        }
        put(parts, "k:", item.coverageFactor() == null ? null : Numbers.print(item.coverageFactor()));
        if (item.methods() != null) {
            item.methods().forEach(method -> parts.add(method));
        }
        if (item.marks() != null) {
            item.marks().forEach(mark -> parts.add(mark));
        }
        put(parts, "x", item.pieces());
        put(parts, "", Objects.equals(item.onSite(), true) ? "on site" : null);
        return String.join(" ; ", parts);
    }

    private static String range(RangeAsked range) {
        String min = range.min() == null ? "" : Numbers.print(range.min());
        String max = range.max() == null ? "" : Numbers.print(range.max());
        return min + "~" + max + " " + range.unit();
    }
}
