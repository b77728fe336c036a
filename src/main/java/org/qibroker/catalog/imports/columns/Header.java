package org.qibroker.catalog.imports.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.qibroker.catalog.imports.table.TableRow;
import org.qibroker.shared.TextKey;

/**
 * The header of one sheet, found by its words wherever it stands.
 *
 * @param row its first row
 * @param last its last row: 1 more than the first where groups of columns have names of their own
 * @param names the heading of each column, blank where there is none
 * @param above what stands above it, such as a title
 */
public record Header(TableRow row, int last, List<String> names, String above) {
    private static final int FEWEST = 2;
    private static final Set<String> WITHIN_GROUP = Set.of("序号", "名称", "no", "name", "number");

    /** Copies the list. */
    public Header {
        names = List.copyOf(names);
    }

    /**
     * Finds the row most of whose cells are names of columns.
     *
     * @param head the first rows of the sheet
     * @return empty if no row has two of them
     */
    public static Optional<Header> find(List<TableRow> head, ColumnMapping mapping) {
        return IntStream.range(0, head.size())
                .boxed()
                .filter(i -> known(head.get(i), mapping) >= FEWEST)
                .max(Comparator.comparingLong((Integer i) -> known(head.get(i), mapping))
                        .thenComparing(Comparator.reverseOrder()))
                .map(i -> at(head, i));
    }

    private static long known(TableRow row, ColumnMapping mapping) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(mapping::of)
                .filter(ColumnNames.Guess::sure)
                .map(ColumnNames.Guess::column)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** The header that begins at a row. */
    public static Header at(List<TableRow> head, int index) {
        TableRow row = head.get(index);
        StringBuilder above = new StringBuilder();
        head.subList(0, index)
                .forEach(title ->
                        above.append(String.join(" ", title.cells()).strip()).append('\n'));
        boolean grouped = index + 1 < head.size() && groups(row, head.get(index + 1));
        List<String> names = grouped ? grouped(row, head.get(index + 1)) : row.cells();
        List<String> stripped = names.stream().map(String::strip).toList();
        return new Header(row, grouped ? head.get(index + 1).number() : row.number(), stripped, above.toString());
    }

    /** Whether the next row only tells the columns of a group apart: the rest of it is merged with the row above. */
    private static boolean groups(TableRow row, TableRow next) {
        boolean any = false;
        for (int i = 0; i < next.cells().size(); i++) {
            String cell = next.cell(i);
            boolean within =
                    WITHIN_GROUP.contains(TextKey.of(cell)) || cell.strip().equals("№");
            boolean same = cell.isBlank() || cell.equals(row.cell(i));
            if (!within && !same) {
                return false;
            }
            any |= within && !same;
        }
        return any;
    }

    /** {@code 项目/参数} over {@code 序号} and {@code 名称}: the number is none, the name is the group's. */
    private static List<String> grouped(TableRow row, TableRow next) {
        List<String> names = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(row.cells().size(), next.cells().size()); i++) {
            group = row.cell(i).isBlank() ? group : row.cell(i);
            String within = next.cell(i);
            boolean plain = within.isBlank() || within.equals(row.cell(i));
            boolean named =
                    TextKey.of(within).equals("名称") || TextKey.of(within).equals("name");
            names.add(plain ? row.cell(i) : named ? group : within);
        }
        return names;
    }

    /** Whether a row says the same again, as on each page of a printed annex. */
    public boolean repeatedBy(TableRow other) {
        return !other.blank()
                && IntStream.range(0, Math.max(names.size(), other.cells().size()))
                        .allMatch(i -> other.cell(i).isBlank()
                                || TextKey.of(other.cell(i)).equals(TextKey.of(row.cell(i)))
                                || (i < names.size()
                                        && TextKey.of(other.cell(i)).equals(TextKey.of(names.get(i)))));
    }

    /** Whether a row only numbers the columns. */
    public static boolean numbers(TableRow row) {
        int expected = 0;
        for (String cell : row.cells()) {
            String digits = cell.replaceAll("[\\s()（）.]", "");
            if (digits.isEmpty()) {
                continue;
            }
            boolean circled = digits.length() == 1 && digits.charAt(0) >= '①' && digits.charAt(0) <= '⑳';
            int number =
                    circled ? digits.charAt(0) - '①' + 1 : digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
            if (number != expected + 1) {
                return false;
            }
            expected = number;
        }
        return expected >= 3;
    }
}
