package org.qibroker.catalog.imports.columns;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.TextKey;

/**
 * What the headings of scope files mean: the names of the contract, and the words that annexes of accreditation
 * certificates (CNAS-AL06, CNAS-EL-03 and their English editions) and laboratories use for them.
 */
public final class ColumnNames {
    private static final Map<Column, List<String>> OTHERS = new EnumMap<>(Column.class);
    private static final Map<String, Column> EXACT = new HashMap<>();
    private static final Set<String> ORDINALS = Set.of(
            "序号",
            "项目序号",
            "参数序号",
            "no",
            "nr",
            "number",
            "sn",
            "serialno",
            "serialnumber",
            "itemno",
            "领域代码",
            "领域",
            "fieldcode",
            "codeoffield",
            "导入备注",
            "importremarks",
            "导入备注importremarks");
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【]([^()（）\\[\\]【】]*)[)）\\]】]");
    private static final Pattern PARTS =
            Pattern.compile("[\\r\\n|｜/／]+|(?<=\\p{IsHan})\\s*(?=[A-Za-z])|(?<=[A-Za-z.])\\s*(?=\\p{IsHan})");
    private static final Pattern UNIT = Pattern.compile("[^\\d\\s=＝,，\\p{IsHan}]{1,12}");
    private static final Set<String> NO_UNITS = Set.of("u", "urel", "cmc", "k", "mpe", "en", "u95");
    private static final int SHORTEST_HAN = 3;
    private static final int SHORTEST_LATIN = 6;

    static {
        OTHERS.put(Column.FAMILY, List.of("业务类别"));
        OTHERS.put(Column.SERVICE_KIND, List.of("服务类别", "service kind", "service type", "type of service"));
        OTHERS.put(
                Column.SUBJECT,
                List.of(
                        "测量仪器名称",
                        "仪器名称",
                        "被校仪器名称",
                        "校准对象",
                        "计量器具名称",
                        "被检器具名称",
                        "器具名称",
                        "检验对象",
                        "检测产品",
                        "产品名称",
                        "样品名称",
                        "检测对象名称",
                        "产品/项目",
                        "认证产品",
                        "instrument",
                        "measuring instrument",
                        "name of measuring instrument",
                        "test object",
                        "object",
                        "object tested",
                        "item tested",
                        "items tested",
                        "product",
                        "product tested",
                        "equipment",
                        "inspection object"));
        OTHERS.put(Column.SUBJECT_EN, List.of("仪器英文名称", "english name", "name in english"));
        OTHERS.put(
                Column.PARAMETER,
                List.of(
                        "被测量",
                        "校准参量",
                        "校准参数",
                        "校准项目",
                        "检定项目",
                        "检测项目",
                        "检测参数",
                        "检验项目",
                        "参数",
                        "项目",
                        "参量",
                        "参数名称",
                        "项目名称",
                        "项目/参数名称",
                        "测量参数",
                        "measurand",
                        "item/parameter",
                        "test item",
                        "test items",
                        "test parameter",
                        "parameters",
                        "item"));
        OTHERS.put(Column.QUANTITY, List.of("量的种类", "quantity kind", "kind of quantity"));
        OTHERS.put(
                Column.METHODS,
                List.of(
                        "校准规范名称及代号",
                        "校准规范代号",
                        "校准规范名称",
                        "规程代号",
                        "标准代号",
                        "规范代号",
                        "校准规范",
                        "校准方法",
                        "校准依据",
                        "检定规程",
                        "检定规程代号",
                        "规程名称及代号",
                        "检测标准(方法)",
                        "检测标准(方法)名称及编号(含年号)",
                        "标准(方法)名称及编号(含年号)",
                        "检测标准",
                        "检测方法",
                        "检测依据",
                        "检验依据",
                        "检验标准(方法)名称及编号(含年号)",
                        "依据标准",
                        "标准",
                        "标准方法",
                        "标准编号",
                        "方法",
                        "依据",
                        "method",
                        "standard",
                        "standards",
                        "calibration method",
                        "test method",
                        "calibration procedure",
                        "code of standard or method",
                        "title, code of standard or method",
                        "standard or method",
                        "specification"));
        OTHERS.put(
                Column.RANGE,
                List.of(
                        "测量区间",
                        "量程",
                        "范围",
                        "校准范围",
                        "检定范围",
                        "measuring range",
                        "measurement range",
                        "range of measurement",
                        "calibration range"));
        OTHERS.put(Column.CONDITIONS, List.of("测量条件", "条件范围", "condition", "measurement conditions"));
        OTHERS.put(
                Column.UNCERTAINTY,
                List.of(
                        "扩展不确定度",
                        "测量不确定度",
                        "不确定度",
                        "校准和测量能力",
                        "校准测量能力",
                        "最佳测量能力",
                        "expanded uncertainty",
                        "measurement uncertainty",
                        "uncertainty of measurement",
                        "cmc",
                        "calibration and measurement capability",
                        "best measurement capability"));
        OTHERS.put(Column.COVERAGE_FACTOR, List.of("k", "k值", "coverage factor"));
        OTHERS.put(
                Column.LIMITATION,
                List.of("说明", "限制说明", "限制范围或说明", "limitations", "note", "notes", "remarks", "restriction"));
        OTHERS.put(Column.MARKS, List.of("标志", "资质", "mark", "accreditation marks"));
        OTHERS.put(Column.SITE, List.of("地点", "实验场所", "检测地点", "location"));
        OTHERS.put(Column.ON_SITE, List.of("是否现场", "可否现场", "on-site", "on site service"));
        OTHERS.put(Column.PRICE, List.of("收费标准", "单价", "收费", "fee", "unit price"));
        OTHERS.put(
                Column.TURNAROUND_DAYS,
                List.of("周期", "检测周期", "校准周期(工作日)", "turnaround", "turnaround (working days)", "working days"));
        OTHERS.put(Column.SCENARIOS, List.of("场景", "scenario"));
        OTHERS.put(Column.VALID_FROM, List.of("effective date", "valid from", "date of effect"));
        OTHERS.put(Column.VALID_TO, List.of("有效期至", "截止日期", "valid until", "valid to", "expiry date"));
        for (Column column : Column.values()) {
            Stream.concat(Stream.of(column.key(), column.chinese()), OTHERS.getOrDefault(column, List.of()).stream())
                    .forEach(name -> EXACT.put(TextKey.of(name), column));
        }
    }

    private ColumnNames() {}

    /**
     * What a heading is taken for.
     *
     * @param column absent where it is none
     * @param sure false where only a word in it says so
     * @param ordinal it numbers the rows or tells their field, which no scope line needs
     * @param unit what stands in brackets behind it, if that looks like a unit
     */
    public record Guess(@Nullable Column column, boolean sure, boolean ordinal, @Nullable String unit) {}

    /** Understands a heading in either language or both. */
    static Guess of(String heading) {
        String unit = unit(heading);
        Column whole = EXACT.get(TextKey.of(heading));
        if (whole != null) {
            return new Guess(whole, true, false, unit);
        }
        String bare = BRACKETS.matcher(heading).replaceAll(" ").strip();
        Set<Column> said = EnumSet.noneOf(Column.class);
        boolean ordinal = ordinal(heading) || ordinal(bare);
        for (String part : parts(heading, bare)) {
            Column column = EXACT.get(TextKey.of(part));
            if (column != null) {
                said.add(column);
            }
            ordinal |= ordinal(part);
        }
        if (said.size() == 1) {
            return new Guess(said.iterator().next(), true, false, unit);
        }
        return ordinal && said.isEmpty()
                ? new Guess(null, true, true, null)
                : new Guess(said.isEmpty() ? containing(TextKey.of(bare)) : null, false, false, unit);
    }

    private static boolean ordinal(String text) {
        String key = TextKey.of(text);
        return ORDINALS.contains(key) || text.strip().equals("№");
    }

    private static List<String> parts(String heading, String bare) {
        Stream<String> bracketed = BRACKETS.matcher(heading).results().map(m -> m.group(1));
        return Stream.of(Stream.of(bare), PARTS.splitAsStream(bare), bracketed)
                .flatMap(parts -> parts)
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** The only column one of whose longer names is part of a heading. */
    private static @Nullable Column containing(String key) {
        Set<Column> said = EnumSet.noneOf(Column.class);
        EXACT.forEach((name, column) -> {
            boolean latin = name.charAt(0) < 0x80;
            if (name.length() >= (latin ? SHORTEST_LATIN : SHORTEST_HAN) && key.contains(name)) {
                said.add(column);
            }
        });
        return said.size() == 1 ? said.iterator().next() : null;
    }

    private static @Nullable String unit(String heading) {
        Matcher bracket = BRACKETS.matcher(heading);
        String unit = null;
        while (bracket.find()) {
            String inside = bracket.group(1).strip();
            boolean looks = UNIT.matcher(inside).matches() && !NO_UNITS.contains(TextKey.of(inside));
            unit = looks && EXACT.get(TextKey.of(inside)) == null ? inside : unit;
        }
        return unit;
    }
}
