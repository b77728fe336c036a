package org.qibroker.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/**
 * A plan for the whole request.
 *
 * @param label what it is best at
 * @param residual indexes of items that nobody covers
 */
public record Bundle(
        String label,
        int providers,
        @Nullable Money total,
        @Nullable LocalDate finishBy,
        List<Choice> choices,
        List<Integer> residual) {
    /** Who serves the item at this index. */
    public record Choice(int item, UUID providerId, UUID siteId) {}
}
