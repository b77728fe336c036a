package org.qibroker.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.ClipboardTable;
import org.qibroker.shared.Refusal;

/**
 * Results as a table that somebody pastes from a spreadsheet, its columns told by their headings, or in the order of the
 * form where there are none. What is not understood, such as a value in another unit than the rest of its row, comes into
 * its field as it was written, for the laboratory to mend. Pure.
 */
final class PastedResults {
    private static final Pattern NUMBER =
            Pattern.compile("(±?)\\s*([-+−－]?\\d+(?:[.．]\\d+)?(?:[eE][-+]?\\d+)?)\\s*([^\\d\\s].{0,29})?");
    private static final Pattern FACTOR = Pattern.compile("k\\s*[=＝]\\s*(\\d+(?:\\.\\d+)?)", Pattern.CASE_INSENSITIVE);

    private PastedResults() {}

    /** What a column holds, in the order in which a heading is tried against their words. */
    private enum Kind {
        UNCERTAINTY("expandedUncertainty", "不确定度|uncertainty|^u(?:95|rel)?\\b"),
        FACTOR("coverageFactor", "^k\\b|包含因子|coverage"),
        LOWER("lowerLimit", "下限|lower|^min"),
        TOLERANCE("", "允许误差|允差|公差|mpe|tolerance|permissible"),
        UPPER("upperLimit", "上限|upper|^max"),
        UNIT("unit", "^单位|^unit"),
        VALUE("value", "测得|实测|结果|测量值|误差|value|result|measured|error|reading"),
        PARAMETER("parameter", "项目|参数|被测量|点|标称|名称|parameter|point|nominal|item|characteristic"),
        NOTHING("", "");

        private static final List<Kind> OF_THE_FORM =
                List.of(PARAMETER, VALUE, UNIT, UNCERTAINTY, FACTOR, LOWER, UPPER);

        private final String field;
        private final Pattern words;

        Kind(String field, String words) {
            this.field = field;
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        }

        static Kind of(String heading) {
            for (Kind kind : values()) {
                if (kind.words.matcher(heading).find()) {
                    return kind;
                }
            }
            return NOTHING;
        }
    }

    /**
     * A column.
     *
     * @param unit of its numbers, if the heading names one
     * @param factor coverage factor that the heading names, blank if it does not
     */
    private record Column(Kind kind, @Nullable String unit, String factor) {
        static Column of(String heading) {
            Matcher factor = FACTOR.matcher(heading);
            return new Column(
                    Kind.of(heading), ClipboardTable.unit(heading).orElse(null), factor.find() ? factor.group(1) : "");
        }
    }

    /**
     * The rows of a table, by field of the form.
     *
     * @throws Refusal BAD_INPUT at {@code /table} if it has more rows than a report may have, or none
     */
    static List<Map<String, String>> rows(String text) {
        List<List<String>> table = ClipboardTable.of(text).stream()
                .filter(row -> !row.stream().allMatch(String::isEmpty))
                .toList();
        if (table.isEmpty()) {
            throw Refusal.badInput("/table", "not-blank");
        }
        boolean headed = headed(table.get(0));
        List<Column> columns = headed
                ? table.get(0).stream().map(Column::of).toList()
                : Kind.OF_THE_FORM.stream()
                        .map(kind -> new Column(kind, null, ""))
                        .toList();
        List<List<String>> rows = table.subList(headed ? 1 : 0, table.size());
        if (rows.isEmpty() || rows.size() > Statement.MOST_LINES) {
            throw Refusal.badInput("/table", "size", 1, Statement.MOST_LINES);
        }
        return rows.stream().map(row -> row(row, columns)).toList();
    }

    private static boolean headed(List<String> first) {
        long known = first.stream()
                .map(Kind::of)
                .filter(kind -> kind != Kind.NOTHING)
                .distinct()
                .count();
        return known >= 2
                && first.stream().noneMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private static Map<String, String> row(List<String> cells, List<Column> columns) {
        Map<Kind, List<String>> said = new HashMap<>();
        Map<Kind, Column> heads = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Column column = columns.get(i);
            heads.putIfAbsent(column.kind(), column);
            if (!cells.get(i).isEmpty()) {
                said.computeIfAbsent(column.kind(), kind -> new ArrayList<>()).add(cells.get(i));
            }
        }
        String unit = unit(said, heads);
        Map<String, String> row = new LinkedHashMap<>();
        row.put(Kind.PARAMETER.field, String.join(" ", said.getOrDefault(Kind.PARAMETER, List.of())));
        row.put(Kind.UNIT.field, unit);
        for (Kind kind : List.of(Kind.VALUE, Kind.UNCERTAINTY, Kind.LOWER, Kind.UPPER)) {
            row.put(kind.field, number(said.get(kind), heads.get(kind), unit));
        }
        Column uncertainty = heads.get(Kind.UNCERTAINTY);
        String factor = said.getOrDefault(Kind.FACTOR, List.of()).stream().collect(Collectors.joining());
        row.put(Kind.FACTOR.field, factor.isEmpty() && uncertainty != null ? uncertainty.factor() : factor);
        tolerance(row, number(said.get(Kind.TOLERANCE), heads.get(Kind.TOLERANCE), unit));
        return row;
    }

    /** The unit of a row: its own, that of the values' heading, or the one behind its value. */
    private static String unit(Map<Kind, List<String>> said, Map<Kind, Column> heads) {
        List<String> own = said.get(Kind.UNIT);
        if (own != null) {
            return own.get(0);
        }
        Column value = heads.get(Kind.VALUE);
        if (value != null && value.unit() != null) {
            return value.unit();
        }
        Matcher number =
                NUMBER.matcher(said.getOrDefault(Kind.VALUE, List.of("")).get(0));
        return number.matches()
                ? Objects.requireNonNullElse(number.group(3), "").strip()
                : "";
    }

    private static String number(@Nullable List<String> cells, @Nullable Column column, String unit) {
        if (cells == null) {
            return "";
        }
        String cell = cells.get(0);
        Matcher number = NUMBER.matcher(cell);
        if (!number.matches()) {
            return cell;
        }
        String written = number.group(3) == null ? null : number.group(3).strip();
        String named = column == null ? null : column.unit();
        String of = written == null ? named : written;
        boolean same = of == null || of.equals(unit);
        return same ? number.group(2) : cell + (written == null ? " " + of : "");
    }

    /** A limit of error goes both ways from zero; limits that are said themselves come first. */
    private static void tolerance(Map<String, String> row, String limit) {
        boolean said = !row.getOrDefault(Kind.LOWER.field, "").isEmpty()
                || !row.getOrDefault(Kind.UPPER.field, "").isEmpty();
        if (!limit.isEmpty() && !said) {
            boolean number = NUMBER.matcher(limit).matches() && !limit.contains(" ");
            row.put(Kind.LOWER.field, number ? "-" + limit.replaceFirst("^[-+−－]", "") : limit);
            row.put(Kind.UPPER.field, number ? limit.replaceFirst("^[-+−－]", "") : limit);
        }
    }
}
