package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Price;
import org.qibroker.demand.ItemSpec;
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

    /**
     * What a price comes to.
     *
     * @param known for all pieces; {@code null} if it has to be asked for
     * @param exact whether it is not only a price to begin from
     */
    record Asked(@Nullable Money known, boolean exact) {
        static Asked of(Price price, int pieces) {
            return new Asked(price(price, pieces), price.kind() == Price.Kind.FIXED);
        }
    }

    /** What one line offers. */
    static Offer of(Asked asked, Days days) {
        return new Offer(
                asked.known,
                asked.known,
                asked.exact,
                days.turnaround(),
                days.start(),
                days.finish(),
                days.notBefore());
    }

    /** What these lines, at least one, offer together. */
    static Offer of(List<Line> lines) {
        Offer all = lines.get(0).offer();
        for (int i = 1; i < lines.size(); i++) {
            all = all.and(lines.get(i).offer());
        }
        return all;
    }

    private Offer and(Offer other) {
        Money dearest = atLeast == null || (other.atLeast != null && other.atLeast.amount() > atLeast.amount())
                ? other.atLeast
                : atLeast;
        return new Offer(
                price == null || other.price == null ? null : dearest,
                dearest,
                exact && other.exact,
                later(turnaroundDays, other.turnaroundDays),
                later(start, other.start),
                later(finish, other.finish),
                notBefore.isBefore(other.notBefore) ? other.notBefore : notBefore);
    }

    /** The later of two; {@code null} if one is not known. */
    private static <T extends Comparable<? super T>> @Nullable T later(@Nullable T a, @Nullable T b) {
        return a == null || b == null ? null : a.compareTo(b) < 0 ? b : a;
    }

    /** The day of finish of these lines; {@code null} if it is not known. */
    static @Nullable LocalDate finish(List<Line> lines) {
        LocalDate finish = lines.get(0).days().finish();
        for (int i = 1; i < lines.size(); i++) {
            finish = later(finish, lines.get(i).days().finish());
        }
        return finish;
    }

    /** The last day an accreditation has to hold for a set of lines, at least one. */
    public static LocalDate lastDay(List<Line> lines) {
        LocalDate last = lines.get(0).days().lastDay();
        for (int i = 1; i < lines.size(); i++) {
            LocalDate own = lines.get(i).days().lastDay();
            last = own.isAfter(last) ? own : last;
        }
        return last;
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
