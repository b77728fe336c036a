package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.shared.Money;
import org.qibroker.shared.TextKey;

/**
 * Price and finish of a set of lines: of each the worst.
 *
 * @param price for all pieces; {@code null} if it has to be asked for
 * @param exact whether it is not only a price to begin from
 * @param turnaroundDays {@code null} if some line does not say
 * @param start the first day on which the resources needed have places free; {@code null} if none is known
 * @param finish the day of finish; {@code null} if not known
 * @param notBefore what is known of the day of finish in any case
 */
public record Offer(
        @Nullable Money price,
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

    /** What these lines offer for so many pieces. */
    static Offer of(List<Line> lines, int pieces, MatchContext context) {
        boolean exact = lines.stream().allMatch(line -> price(line).kind() == Price.Kind.FIXED);
        return new Offer(
                price(lines, pieces),
                exact,
                turnaround(lines),
                latest(lines, line -> start(line.capability(), context)),
                latest(lines, line -> finish(line.capability(), context)),
                lines.stream()
                        .map(line -> notBefore(line.capability(), context))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
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

    /** When the work on a line can begin: the day of the match, or the first one with a place free on its resource. */
    private static @Nullable LocalDate start(Capability line, MatchContext context) {
        UUID resource = line.terms().resourceId();
        return resource == null
                ? context.day()
                : context.capacity().first(resource, context.day()).orElse(null);
    }

    private static @Nullable LocalDate finish(Capability line, MatchContext context) {
        Integer days = line.terms().turnaroundDays();
        LocalDate start = start(line, context);
        return days == null || start == null
                ? null
                : context.reference().calendar().plusWorkdays(start, days);
    }

    /** The last day an accreditation has to hold for one line: of a line that does not say when it ends, the first. */
    public static LocalDate lastDay(Capability line, MatchContext context) {
        LocalDate finish = finish(line, context);
        LocalDate start = start(line, context);
        return finish != null ? finish : start != null ? start : context.day();
    }

    /** The same for a set of lines. */
    public static LocalDate lastDay(List<Line> lines, MatchContext context) {
        return lines.stream()
                .map(line -> lastDay(line.capability(), context))
                .max(Comparator.naturalOrder())
                .orElse(context.day());
    }

    /** The day before which a line cannot be finished, for all that is known. */
    private static LocalDate notBefore(Capability line, MatchContext context) {
        UUID resource = line.terms().resourceId();
        boolean full = resource != null
                && start(line, context) == null
                && context.capacity().knows(resource);
        return full ? context.capacity().last().plusDays(1) : lastDay(line, context);
    }

    /** Whether a line by itself can be had in time and within a budget, for all that is known. */
    static boolean meets(Line line, MatchRequest request, int pieces, MatchContext context) {
        Money price = price(line, pieces);
        boolean inTime = request.neededBy() == null
                || !notBefore(line.capability(), context).isAfter(request.neededBy());
        boolean within = request.budget() == null
                || price == null
                || price.amount() <= request.budget().amount();
        return inTime && within;
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
