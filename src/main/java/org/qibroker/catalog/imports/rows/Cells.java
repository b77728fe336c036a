package org.qibroker.catalog.imports.rows;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;
import org.qibroker.shared.TextKey;

/** What single cells say; empty where they say nothing that is understood. */
final class Cells {
    private static final Map<String, Family> FAMILIES = keyed(
            Family.class,
            Map.of(
                    "计量", Family.METROLOGY,
                    "检验检测", Family.TESTING,
                    "检测", Family.TESTING,
                    "检验", Family.TESTING,
                    "认证", Family.CERTIFICATION,
                    "标准", Family.STANDARDS,
                    "标准化", Family.STANDARDS));
    private static final Map<String, ServiceKind> SERVICE_KINDS = keyed(
            ServiceKind.class,
            Map.ofEntries(
                    Map.entry("校准", ServiceKind.CALIBRATION),
                    Map.entry("检定", ServiceKind.VERIFICATION),
                    Map.entry("检测", ServiceKind.TESTING),
                    Map.entry("试验", ServiceKind.TESTING),
                    Map.entry("检验", ServiceKind.INSPECTION),
                    Map.entry("比较试验", ServiceKind.COMPARISON_TEST),
                    Map.entry("技术验证", ServiceKind.TECHNICAL_VALIDATION),
                    Map.entry("产品认证", ServiceKind.PRODUCT_CERTIFICATION),
                    Map.entry("管理体系认证", ServiceKind.MANAGEMENT_SYSTEM_CERTIFICATION),
                    Map.entry("标准研制", ServiceKind.STANDARD_DRAFTING),
                    Map.entry("标准比对", ServiceKind.STANDARD_COMPARISON),
                    Map.entry("标准查新", ServiceKind.STANDARD_SEARCH),
                    Map.entry("培训", ServiceKind.TRAINING),
                    Map.entry("咨询", ServiceKind.CONSULTANCY)));
    private static final Set<String> YES = Set.of("是", "可", "有", "支持", "yes", "y", "true", "1", "√");
    private static final Set<String> NO = Set.of("否", "不可", "无", "不支持", "no", "n", "false", "0", "×");
    private static final Set<String> ON_REQUEST = Set.of("面议", "询价", "另议", "onrequest", "por", "na");
    private static final Pattern PRICE = Pattern.compile(
            "(?i)(?<from>from\\s+)?(?:[¥￥]|CNY|RMB)?\\s*(?<yuan>\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,12}(?:\\.\\d{1,2})?)"
                    + "\\s*(?:元|CNY|RMB|yuan)?\\s*(?<up>起|\\+)?\\s*(?:(?:[/／]|per\\s+|每)\\s*(?<per>[^\\d/／+]{1,40}?))?\\s*(?<last>起|\\+)?");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s*(?:个?工作日|天|日|(?:working\\s+)?days?|d)?");

    private static final Pattern SEMICOLONS = Pattern.compile("[;；\\r\\n]+");
    private static final Pattern COMMAS = Pattern.compile("[;；,，、\\r\\n]+");

    private Cells() {}

    /** Constants by the keys of their names and of their words. */
    private static <E extends Enum<E>> Map<String, E> keyed(Class<E> type, Map<String, E> words) {
        Map<String, E> keyed = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            keyed.put(TextKey.of(constant.name()), constant);
        }
        words.forEach((word, constant) -> keyed.put(TextKey.of(word), constant));
        return Map.copyOf(keyed);
    }

    static Optional<Family> family(String cell) {
        return Optional.ofNullable(FAMILIES.get(TextKey.of(cell)));
    }

    static Optional<ServiceKind> serviceKind(String cell) {
        return Optional.ofNullable(SERVICE_KINDS.get(TextKey.of(cell)));
    }

    static Optional<Boolean> yesNo(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** {@code 120}, {@code 120 元/件}, {@code from 120 CNY per piece}, {@code 120元起}, {@code 面议}. */
    static Optional<Price> price(String cell) {
        if (ON_REQUEST.contains(TextKey.of(cell))) {
            return Optional.of(Price.ON_REQUEST);
        }
        Matcher price = PRICE.matcher(cell.strip());
        if (!price.matches()) {
            return Optional.empty();
        }
        long fen = new BigDecimal(price.group("yuan").replace(",", ""))
                .movePointRight(2)
                .longValueExact();
        boolean from = price.group("from") != null || price.group("up") != null || price.group("last") != null;
        return Optional.of(new Price(from ? Price.Kind.FROM : Price.Kind.FIXED, fen, price.group("per")));
    }

    static Optional<Integer> days(String cell) {
        Matcher days = DAYS.matcher(cell.strip());
        return days.matches()
                ? Optional.of(Integer.valueOf(days.group(1))).filter(many -> many <= Capability.Terms.MOST_DAYS)
                : Optional.empty();
    }

    static Optional<Double> coverageFactor(String cell) {
        try {
            double factor = Double.parseDouble(
                    cell.replaceFirst("^\\s*[kK]\\s*[=＝]", "").strip());
            return factor > 0 && factor <= 100 ? Optional.of(factor) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Values with semicolons of either width or line ends between them. */
    static List<String> several(String cell) {
        return parted(cell, SEMICOLONS);
    }

    /** Marks and tags may have commas and blanks between them too. */
    static List<String> tags(String cell) {
        return parted(cell, COMMAS);
    }

    private static List<String> parted(String cell, Pattern separators) {
        if (cell.isEmpty()) {
            return List.of();
        }
        return separators
                .splitAsStream(cell)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
