package org.qibroker.matching;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.RangeAsked;
import org.qibroker.demand.ValueAsked;
import org.qibroker.matching.understanding.Reading;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.shared.Money;

/** Takes relaxations over into a request; one that cannot be read changes nothing. */
final class Relaxed {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.([A-Z_]+)=(.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("([\\d.eE+-]+) ([^ ]+)(?: \\(k=.*\\))?");
    private static final Pattern AMOUNT = Pattern.compile("CNY (\\d{1,10}(?:\\.\\d{1,2})?)");

    private Relaxed() {}

    /** The request with relaxations such as {@code 0.UNCERTAINTY=0.05 mm}. */
    static Reading apply(Reading reading, List<String> relaxations, UnitRegistry units) {
        Reading relaxed = reading;
        for (String text : relaxations) {
            Matcher form = FORM.matcher(text);
            if (form.matches()) {
                relaxed = apply(relaxed, Integer.parseInt(form.group(1)), form.group(2), form.group(3), units);
            }
        }
        return relaxed;
    }

    private static Reading apply(Reading reading, int index, String criterion, String to, UnitRegistry units) {
        if (criterion.equals("DEADLINE")) {
            return reading.neededBy(date(to, reading.neededBy()));
        }
        if (criterion.equals("BUDGET")) {
            return reading.budget(money(to, reading.budget()));
        }
        if (index >= reading.items().size()) {
            return reading;
        }
        List<ItemSpec> items = new ArrayList<>(reading.items());
        items.set(index, apply(items.get(index), criterion, to, units));
        return reading.with(items);
    }

    private static @Nullable LocalDate date(String to, @Nullable LocalDate otherwise) {
        try {
            return LocalDate.parse(to);
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }

    private static @Nullable Money money(String to, @Nullable Money otherwise) {
        Matcher amount = AMOUNT.matcher(to);
        return amount.matches()
                ? Money.fen(new BigDecimal(amount.group(1)).movePointRight(2).longValueExact())
                : otherwise;
    }

    private static ItemSpec apply(ItemSpec item, String criterion, String to, UnitRegistry units) {
        return switch (criterion) {
            case "UNCERTAINTY" ->
                uncertainty(to, item)
                        .map(limit -> with(item, item.range(), limit))
                        .orElse(item);
            case "RANGE" ->
                range(to, units)
                        .map(range -> with(item, range, item.maxUncertainty()))
                        .orElse(item);
            case "METHOD" -> with(item, list(to, ";"), item.marks(), item.onSite());
            case "MARK" -> with(item, item.methods(), list(to, ","), item.onSite());
            case "ONSITE" -> with(item, item.methods(), item.marks(), null);
            default -> item;
        };
    }

    private static @Nullable List<String> list(String to, String separator) {
        List<String> values = Arrays.stream(to.split(separator))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
        return values.isEmpty() ? null : values;
    }

    /** A larger limit of the same sort: what was a ratio to the value measured stays one. */
    private static Optional<ValueAsked> uncertainty(String to, ItemSpec item) {
        Matcher value = VALUE.matcher(to);
        ValueAsked before = Limit.asked(item);
        Boolean relative = before == null ? null : before.relative();
        try {
            return value.matches()
                    ? Optional.of(new ValueAsked(Double.valueOf(value.group(1)), value.group(2), relative))
                    : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a relaxation can be taken over so that what then is asked is met. */
    static boolean takes(ItemSpec item, Criterion criterion, String to, UnitRegistry units) {
        boolean points = item.points() != null && !item.points().isEmpty();
        return switch (criterion) {
            case RANGE -> !points && range(to, units).isPresent();
            case UNCERTAINTY -> uncertainty(to, item).isPresent();
            case METHOD, MARK, ONSITE, DEADLINE, BUDGET -> true;
            default -> false;
        };
    }

    /** What is asked is closed, so a range without its end cannot be: it would ask for that end too. */
    private static Optional<RangeAsked> range(String to, UnitRegistry units) {
        return new RangeParser(units)
                .parse(to, null)
                .filter(range -> included(range.interval().lower())
                        && included(range.interval().upper()))
                .map(Relaxed::closed);
    }

    private static boolean included(Interval.@Nullable End end) {
        return end == null || end.included();
    }

    private static RangeAsked closed(QuantityRange range) {
        Interval.@Nullable End lower = range.interval().lower();
        Interval.@Nullable End upper = range.interval().upper();
        return new RangeAsked(
                lower == null ? null : lower.value(),
                upper == null ? null : upper.value(),
                range.unit().symbol());
    }

    private static ItemSpec with(ItemSpec i, @Nullable RangeAsked range, @Nullable ValueAsked limit) {
        boolean same = Objects.equals(limit, i.maxUncertainty());
        return new ItemSpec(
                i.family(),
                i.serviceKind(),
                i.subject(),
                i.parameter(),
                i.quantity(),
                range,
                i.points(),
                i.conditions(),
                limit,
                same ? i.tolerance() : null,
                i.coverageFactor(),
                i.methods(),
                i.marks(),
                i.pieces(),
                i.onSite());
    }

    private static ItemSpec with(
            ItemSpec i, @Nullable List<String> methods, @Nullable List<String> marks, @Nullable Boolean onSite) {
        return new ItemSpec(
                i.family(),
                i.serviceKind(),
                i.subject(),
                i.parameter(),
                i.quantity(),
                i.range(),
                i.points(),
                i.conditions(),
                i.maxUncertainty(),
                i.tolerance(),
                i.coverageFactor(),
                methods,
                marks,
                i.pieces(),
                onSite);
    }
}
