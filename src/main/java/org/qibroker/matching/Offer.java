package org.qibroker.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.shared.Money;
import org.qibroker.shared.TextKey;

/**
 * Price and finish of a set of lines: of each the worst.
 *
 * @param price for all pieces; {@code null} if it has to be asked for
 * @param exact whether it is not only a price to begin from
 * @param turnaroundDays {@code null} if some line does not say
 * @param finish the day of finish; {@code null} if not known
 */
record Offer(@Nullable Money price, boolean exact, @Nullable Integer turnaroundDays, @Nullable LocalDate finish) {
    private static final Set<String> FOR_ALL_PIECES = Set.of(
            "批",
            "批次",
            "次",
            "单",
            "项目",
            "合同",
            "体系",
            "证书",
            "标准",
            "班",
            "batch",
            "lot",
            "job",
            "order",
            "project",
            "certificate",
            "standard",
            "course");
    private static final Set<String> BY_EFFORT =
            Set.of("小时", "时", "天", "日", "人日", "人天", "hour", "h", "day", "manday", "kg", "km", "m");

    /** What these lines offer for so many pieces if work begins on a day. */
    static Offer of(List<Line> lines, int pieces, LocalDate day, WorkCalendar calendar) {
        Integer days = turnaround(lines);
        LocalDate finish = days == null ? null : calendar.plusWorkdays(day, days);
        boolean exact = lines.stream().allMatch(line -> price(line).kind() == Price.Kind.FIXED);
        return new Offer(price(lines, pieces), exact, days, finish);
    }

    /** The last day an accreditation has to hold for one line: of a line that does not say when it ends, the first. */
    static LocalDate finish(Capability line, LocalDate day, WorkCalendar calendar) {
        Integer days = line.terms().turnaroundDays();
        return days == null ? day : calendar.plusWorkdays(day, days);
    }

    private static @Nullable Integer turnaround(List<Line> lines) {
        int most = 0;
        for (Line line : lines) {
            Integer days = line.capability().terms().turnaroundDays();
            if (days == null) {
                return null;
            }
            most = Math.max(most, days);
        }
        return most;
    }

    private static @Nullable Money price(List<Line> lines, int pieces) {
        Money most = null;
        for (Line line : lines) {
            Money price = price(line, pieces);
            if (price == null) {
                return null;
            }
            most = most == null || price.amount() > most.amount() ? price : most;
        }
        return most;
    }

    private static Price price(Line line) {
        return line.capability().terms().price();
    }

    private static @Nullable Money price(Line line, int pieces) {
        Price price = price(line);
        String per = price.per() == null ? "" : TextKey.of(price.per());
        if (price.fen() == null || BY_EFFORT.contains(per)) {
            return null;
        }
        return FOR_ALL_PIECES.contains(per)
                ? Money.fen(price.fen())
                : Money.fen(price.fen()).times(pieces);
    }

    /** The price as people read it; {@code null} if it has to be asked for. */
    @Nullable
    String priceText() {
        return price == null ? null : (exact ? "" : "≥ ") + Texts.money(price);
    }
}
