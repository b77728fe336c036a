package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.shared.Money;
import org.qibroker.shared.TextKey;

/**
 * Price and finish of a set of lines: of each the worst.
 *
 * @param price for all pieces; {@code null} if it has to be asked for
 * @param atLeast the largest of the prices that are known; {@code null} if none is
 * @param exact whether it is not only a price to begin from
 * @param turnaroundDays {@code null} if some line does not say
 * @param start the first day on which the resources needed have places free; {@code null} if none is known
 * @param finish the day of finish; {@code null} if not known
 * @param notBefore what is known of the day of finish in any case
 */
public record Offer(
        @Nullable Money price,
        @Nullable Money atLeast,
        boolean exact,
        @Nullable Integer turnaroundDays,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        LocalDate notBefore) {
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

    /** How many pieces an item asks for. */
    static int pieces(ItemSpec item) {
        return item.pieces() == null ? 1 : item.pieces();
    }

    /** What these lines offer for so many pieces. */
    static Offer of(List<Line> lines, int pieces) {
        if (lines.size() == 1) {
            return lines.get(0).offer();
        }
        boolean exact = lines.stream().allMatch(line -> price(line).kind() == Price.Kind.FIXED);
        boolean known = lines.stream().allMatch(line -> price(line, pieces) != null);
        Money dearest = dearest(lines, pieces);
        return new Offer(
                known ? dearest : null,
                dearest,
                exact,
                turnaround(lines),
                latest(lines, line -> line.days().start()),
                finish(lines),
                lines.stream()
                        .map(line -> line.days().notBefore())
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** The day of finish of these lines; {@code null} if it is not known. */
    static @Nullable LocalDate finish(List<Line> lines) {
        return latest(lines, line -> line.days().finish());
    }

    /** The latest day of all lines; {@code null} if one is not known. */
    private static @Nullable LocalDate latest(List<Line> lines, Function<Line, @Nullable LocalDate> day) {
        LocalDate latest = LocalDate.MIN;
        for (Line line : lines) {
            LocalDate own = day.apply(line);
            if (own == null) {
                return null;
            }
            latest = own.isAfter(latest) ? own : latest;
        }
        return latest;
    }

    /** The last day an accreditation has to hold for a set of lines. */
    public static LocalDate lastDay(List<Line> lines, MatchContext context) {
        return lines.stream()
                .map(line -> line.days().lastDay())
                .max(Comparator.naturalOrder())
                .orElse(context.day());
    }

    /** Whether a line by itself can be had in time and within a budget, for all that is known. */
    static boolean meets(Line line, MatchRequest request) {
        Money price = line.offer().price();
        boolean inTime = request.neededBy() == null || !line.days().notBefore().isAfter(request.neededBy());
        boolean within = request.budget() == null
                || price == null
                || price.amount() <= request.budget().amount();
        return inTime && within;
    }

    private static @Nullable Integer turnaround(List<Line> lines) {
        int most = 0;
        for (Line line : lines) {
            Integer days = line.terms().turnaroundDays();
            if (days == null) {
                return null;
            }
            most = Math.max(most, days);
        }
        return most;
    }

    /** What one line offers. */
    static Offer of(Capability.Terms terms, Days days, int pieces) {
        Money price = price(terms.price(), pieces);
        return new Offer(
                price,
                price,
                terms.price().kind() == Price.Kind.FIXED,
                terms.turnaroundDays(),
                days.start(),
                days.finish(),
                days.notBefore());
    }

    private static @Nullable Money dearest(List<Line> lines, int pieces) {
        Money most = null;
        for (Line line : lines) {
            Money price = price(line, pieces);
            boolean more = price != null && (most == null || price.amount() > most.amount());
            most = more ? price : most;
        }
        return most;
    }

    private static Price price(Line line) {
        return line.terms().price();
    }

    private static @Nullable Money price(Line line, int pieces) {
        return price(price(line), pieces);
    }

    private static @Nullable Money price(Price price, int pieces) {
        String per = price.per() == null ? "" : TextKey.of(price.per());
        if (price.fen() == null || BY_EFFORT.contains(per)) {
            return null;
        }
        return FOR_ALL_PIECES.contains(per)
                ? Money.fen(price.fen())
                : Money.fen(price.fen()).times(pieces);
    }

    /** The price as people read it; {@code null} if none is known. */
    @Nullable
    String priceText() {
        if (atLeast == null) {
            return null;
        }
        return (exact && price != null ? "" : "≥ ") + Texts.money(atLeast);
    }
}
