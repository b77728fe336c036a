package org.qibroker.demand.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.Numbers;

/**
 * What the page for pasting shows.
 *
 * @param text what was pasted, empty at first
 * @param table how it was understood; without rows at first
 * @param taken numbers of the rows to be taken
 */
public record PastePage(String text, PastedTable table, Set<Integer> taken) {
    static final PastePage EMPTY = new PastePage("", new PastedTable(List.of()), Set.of());

    /** A table just read: every row that became an item is to be taken. */
    static PastePage read(String text, PastedTable table) {
        Set<Integer> all = new TreeSet<>();
        table.rows().stream().filter(row -> row.item() != null).forEach(row -> all.add(row.number()));
        return new PastePage(text, table, all);
    }

    /** The items of the rows to be taken. */
    List<ItemSpec> items() {
        return table.rows().stream()
                .filter(row -> taken.contains(row.number()))
                .map(PastedTable.Row::item)
                .filter(Objects::nonNull)
                .toList();
    }

    /** How many rows became items. */
    public int understood() {
        return table.items().size();
    }

    /** How many rows did not. */
    public int left() {
        return table.rows().size() - understood();
    }

    /** The range asked, empty if none is. */
    public static String range(ItemSpec item) {
        RangeAsked range = item.range();
        if (range == null) {
            return "";
        }
        String from = range.min() == null ? "≤ " : Numbers.print(range.min()) + (range.max() == null ? "" : "–");
        String to = range.max() == null ? "" : Numbers.print(range.max());
        return (range.max() == null ? "≥ " : "") + from + to + " " + range.unit();
    }

    /** How well it is asked, empty if it is not. */
    public static String precision(ItemSpec item) {
        ValueAsked limit = item.maxUncertainty();
        ToleranceAsked tolerance = item.tolerance();
        if (limit != null) {
            return (Boolean.TRUE.equals(limit.relative()) ? "Urel ≤ " : "U ≤ ") + Numbers.print(limit.value()) + " "
                    + limit.unit();
        }
        return tolerance == null ? "" : "MPE ±" + Numbers.print(tolerance.value()) + " " + tolerance.unit();
    }

    /** Methods and marks asked, parted by semicolons. */
    public static String terms(ItemSpec item) {
        List<String> terms = new ArrayList<>(Objects.requireNonNullElse(item.methods(), List.of()));
        terms.addAll(Objects.requireNonNullElse(item.marks(), List.of()));
        return String.join("; ", terms);
    }
}
