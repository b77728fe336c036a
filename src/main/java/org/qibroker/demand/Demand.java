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

    /** The same with these items. */
    Demand with(List<DemandItem> others) {
        return new Demand(
                id, enterpriseId, title, contact, wishes, agreement, others, state, version, createdAt, submittedAt);
    }

    /** The same in another state, a version later. */
    Demand in(DemandState next) {
        return new Demand(
                id, enterpriseId, title, contact, wishes, agreement, items, next, version + 1, createdAt, submittedAt);
    }

    /** The draft submitted, if it is one and was seen as it is. */
    Demand submitted(long seen, Instant now) {
        DemandRules.draftSeenAt(this, seen);
        return new Demand(
                id,
                enterpriseId,
                title,
                contact,
                wishes,
                agreement,
                items,
                DemandState.SUBMITTED,
                version + 1,
                createdAt,
                now);
    }

    /** The draft rewritten, if it is one and was seen as it is. */
    Demand rewritten(DemandDraft draft, String newTitle, List<DemandItem> newItems, long seen) {
        DemandRules.draftSeenAt(this, seen);
        return new Demand(
                id,
                enterpriseId,
                newTitle,
                draft.contact(),
                draft.wishes(),
                draft.agreement() == null ? Agreement.NONE : draft.agreement(),
                newItems,
                state,
                version + 1,
                createdAt,
                submittedAt);
    }
}
