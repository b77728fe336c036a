package org.qibroker.catalog.imports.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what merged cells say into each row they reach over. Takes the rows of a sheet in their order. */
final class XlsxFill {
    private final List<XlsxMerge> coming;
    private final Map<XlsxMerge, String> open = new HashMap<>();
    private int next;

    XlsxFill(List<XlsxMerge> merges) {
        this.coming = merges.stream()
                .filter(merge -> merge.bottom() > merge.top())
                .sorted(Comparator.comparingInt(XlsxMerge::top))
                .toList();
    }

    /** The row with what it shares with rows above. */
    TableRow of(TableRow row) {
        open.keySet().removeIf(merge -> merge.bottom() < row.number());
        List<String> cells = new ArrayList<>(row.cells());
        open.forEach((merge, text) -> put(cells, merge.column(), text));
        for (; next < coming.size() && coming.get(next).top() <= row.number(); next++) {
            XlsxMerge merge = coming.get(next);
            if (merge.top() == row.number() && !row.cell(merge.column()).isBlank()) {
                open.put(merge, row.cell(merge.column()));
            }
        }
        return new TableRow(row.sheet(), row.number(), cells);
    }

    private static void put(List<String> cells, int column, String text) {
        while (cells.size() <= column) {
            cells.add("");
        }
        if (cells.get(column).isBlank()) {
            cells.set(column, text);
        }
    }
}
