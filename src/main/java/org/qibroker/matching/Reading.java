package org.qibroker.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.shared.Money;

/**
 * What was understood of a text.
 *
 * @param items what is asked
 * @param district where the work is wanted
 * @param neededBy day the last report is needed
 * @param budget what all of it may cost
 * @param notUnderstood words left over, in their order
 */
public record Reading(
        List<ItemSpec> items,
        @Nullable String district,
        @Nullable LocalDate neededBy,
        @Nullable Money budget,
        List<String> notUnderstood) {

    /** The request that it makes. */
    MatchRequest request() {
        return new MatchRequest(district, neededBy, budget, null, items);
    }
}
