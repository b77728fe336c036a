package org.qibroker.catalog.imports.rows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.columns.Header;
import org.qibroker.catalog.imports.exports.Apostrophe;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.Finding.Severity;
import org.qibroker.catalog.imports.rows.Sheet.Heading;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;
import org.qibroker.catalog.imports.table.TableRow;

/** Makes the rows of one sheet out of its cells. Takes them in their order. */
final class SheetRows {
    private static final int SECTION_WITHIN = 3;
    private static final Pattern NUMBERING = Pattern.compile(
            "^\\s*(?:[一二三四五六七八九十]+\\s*[、.．]|[（(][一二三四五六七八九十\\d]+[）)]|\\d+(?:\\.\\d+)*\\s*[、.．\\s])\\s*");
    private static final Pattern NUMERIC = Pattern.compile("[\\p{Punct}\\s\\d~～–—µμ±]+");

    private final Header header;
    private final SheetColumns columns;
    private final boolean sections;
    private final boolean apostrophes;
    private String section = "";
    private String subject = "";

    /**
     * Begins behind the header.
     *
     * @param sections whether a row with nothing but a few words at its left is a title of the rows below it
     * @param apostrophes whether an apostrophe before what a spreadsheet takes for a formula is none of the text
     */
    SheetRows(Header header, SheetColumns columns, boolean sections, boolean apostrophes) {
        this.header = header;
        this.columns = columns;
        this.sections = sections;
        this.apostrophes = apostrophes;
    }

    /**
     * The row, absent where it is part of the header, the header again, or the title of a section.
     *
     * @param findings takes what is to be said where there is no row
     */
    @Nullable
    SheetRow of(TableRow row, List<Finding> findings) {
        boolean first = row.number() == header.last() + 1;
        if (row.number() <= header.last() || (first && Header.numbers(row)) || header.repeatedBy(row)) {
            return null;
        }
        String title = sections ? title(row) : null;
        if (title != null) {
            section = title;
            findings.add(new Finding(null, row.place(), null, Severity.INFO, "section-row", List.of(title), title));
            return null;
        }
        return read(row);
    }

    private @Nullable String title(TableRow row) {
        int[] said = IntStream.range(0, row.cells().size())
                .filter(i -> !row.cell(i).isBlank())
                .toArray();
        boolean alone = said.length == 1 && said[0] < SECTION_WITHIN;
        boolean numbered = said.length == 2
                && said[1] < SECTION_WITHIN
                && columns.ordinals().contains(said[0]);
        return alone || numbered ? row.cell(said[said.length - 1]).strip() : null;
    }

    private SheetRow read(TableRow row) {
        int number = row.place();
        Map<Column, String> cells = new EnumMap<>(columns.said());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String value = apostrophes ? Apostrophe.without(row.cell(i)) : row.cell(i);
            Heading heading =
                    i < columns.headings().size() ? columns.headings().get(i) : new Heading("#" + (i + 1), null);
            if (heading.name().startsWith("#") && !value.isBlank()) {
                findings.add(new Finding(
                        null, number, heading.name(), Severity.WARNING, "cell-beyond-header", List.of(), value));
            }
            put(cells, heading.column(), value.strip());
        }
        fromAbove(row, cells, findings);
        columns.units().forEach((column, unit) -> cells.computeIfPresent(column, (c, value) -> withUnit(value, unit)));
        return new SheetRow(number, cells, findings);
    }

    private static void put(Map<Column, String> cells, @Nullable Column column, String value) {
        if (column != null && !value.isEmpty()) {
            cells.merge(column, value, (a, b) -> column.several() ? a + "；" + b : b);
        }
    }

    /** A row of an annex that gives neither number nor subject goes on with the subject above it, or its section. */
    private void fromAbove(TableRow row, Map<Column, String> cells, List<Finding> findings) {
        String own = cells.get(Column.SUBJECT);
        if (own != null) {
            subject = own;
            return;
        }
        boolean unnumbered = !columns.ordinals().isEmpty()
                && columns.ordinals().stream().allMatch(i -> row.cell(i).isBlank());
        String above = unnumbered && !subject.isEmpty()
                ? subject
                : NUMBERING.matcher(section).replaceFirst("");
        if (!above.isEmpty()) {
            cells.put(Column.SUBJECT, above);
            findings.add(Finding.warning(row.place(), Column.SUBJECT, "subject-from-above", null, above));
        }
    }

    /** The unit of the heading belongs to cells that are nothing but numbers. */
    private static String withUnit(String value, String unit) {
        return NUMERIC.matcher(value).matches() && value.chars().anyMatch(Character::isDigit) && !value.contains("%")
                ? value + " " + unit
                : value;
    }
}
