package org.qibroker.matching.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
