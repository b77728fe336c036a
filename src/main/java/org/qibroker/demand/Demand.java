package org.qibroker.demand;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of an enterprise.
 *
 * @param id its id
 * @param enterpriseId the organisation that asks
 * @param title a line that names it
 * @param contact whom to ask
 * @param wishes what holds for all of it
 * @param agreement what is agreed before work
 * @param items what is asked, 1 to {@link #MOST_ITEMS}
 * @param state where it is in its life
 * @param version counted up by each change
 * @param createdAt when it was first kept
 * @param submittedAt when it was submitted
 */
public record Demand(
        UUID id,
        UUID enterpriseId,
        String title,
        @Nullable Contact contact,
        Wishes wishes,
        Agreement agreement,
        List<DemandItem> items,
        DemandState state,
        long version,
        Instant createdAt,
        @Nullable Instant submittedAt) {
    /** How many items a demand may have. */
    public static final int MOST_ITEMS = 200;

    /** Copies the items. */
    public Demand {
        items = List.copyOf(items);
    }

    /** What is asked, in the order of the items. */
    public List<ItemSpec> specs() {
        return items.stream().map(DemandItem::spec).toList();
    }
}
