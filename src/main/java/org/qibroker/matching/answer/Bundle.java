package org.qibroker.matching.answer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.bundle.Label;
import org.qibroker.shared.Money;

/**
 * A plan for the whole request.
 *
 * @param label what it is best at first of all
 * @param bestAt all that it is best at
 * @param total absent if any price has to be asked for
 * @param finishBy the day all is finished; absent if that is not known of any item
 * @param caveats what the figures leave open
 * @param residual indexes of items that nobody covers
 * @param proven whether no plan can be better at these; else the search ended before that was certain
 */
public record Bundle(
        Label label,
        List<Label> bestAt,
        int providers,
        @Nullable Money total,
        @Nullable LocalDate finishBy,
        Caveats caveats,
        List<Choice> choices,
        List<Integer> residual,
        boolean proven) {

    /** What is left of the plan for some of its items; empty if nothing is. */
    public Optional<Bundle> only(IntPredicate item) {
        List<Choice> left =
                choices.stream().filter(choice -> item.test(choice.item())).toList();
        long known = left.stream()
                .map(Choice::price)
                .filter(Objects::nonNull)
                .mapToLong(Money::amount)
                .sum();
        int onRequest = count(left, choice -> choice.price() == null);
        int unknown = count(left, choice -> choice.finishBy() == null);
        Caveats open = new Caveats(
                count(left, choice -> choice.verdict() == CandidateVerdict.CONDITIONAL),
                onRequest,
                Math.min(caveats.startingPrices, left.size() - onRequest),
                unknown,
                Money.fen(known),
                caveats.budget);
        Bundle rest = new Bundle(
                label,
                bestAt,
                (int) left.stream().map(Choice::providerId).distinct().count(),
                onRequest > 0 ? null : open.known,
                unknown > 0 ? null : latest(left),
                open,
                left,
                residual.stream().filter(item::test).toList(),
                proven);
        return left.isEmpty() ? Optional.empty() : Optional.of(left.size() == choices.size() ? this : rest);
    }

    private static int count(List<Choice> choices, Predicate<Choice> which) {
        return (int) choices.stream().filter(which).count();
    }

    private static @Nullable LocalDate latest(List<Choice> choices) {
        return choices.stream()
                .map(choice -> Objects.requireNonNull(choice.finishBy()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Who serves the item at this index, as its candidate says. */
    public record Choice(
            int item,
            UUID providerId,
            String providerName,
            UUID siteId,
            String siteName,
            List<UUID> capabilityIds,
            CandidateVerdict verdict,
            @Nullable Money price,
            @Nullable LocalDate finishBy) {}

    /**
     * What the figures leave open.
     *
     * @param conditional choices that something has to be cleared up about
     * @param onRequest choices whose price has to be asked for
     * @param startingPrices choices whose price is one to begin from
     * @param finishUnknown choices whose day of finish is not known
     * @param known what the known prices add up to
     * @param budget whether the total is within what all may cost; UNDECIDABLE as long as a price may be higher
     */
    public record Caveats(
            int conditional, int onRequest, int startingPrices, int finishUnknown, Money known, Verdict budget) {}
}
