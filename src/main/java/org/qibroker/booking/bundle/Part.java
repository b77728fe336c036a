package org.qibroker.booking.bundle;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.offer.FreeSlot;

/**
 * One of the bookings that a plan makes: items that one site serves on one resource, with as many pieces each.
 *
 * @param items indexes of the items
 * @param lines lines of the scope that serve them
 * @param resource what has to be reserved; absent if nothing has
 */
public record Part(
        UUID providerId,
        String provider,
        @Nullable String providerEn,
        String site,
        @Nullable String siteEn,
        List<Integer> items,
        List<UUID> lines,
        int pieces,
        @Nullable Resource resource) {

    /** Whether it stands in a queue, so that no slot is chosen. */
    public boolean queued() {
        return resource != null && resource.mode() == ResourceMode.QUEUE;
    }

    /**
     * A part with the slots to choose from.
     *
     * @param key id of the booking to be, so that a form sent twice makes one
     * @param slots those with a place left
     * @param chosen the value of the slot chosen; {@code ""} if none is
     */
    public record Offered(Part part, UUID key, List<FreeSlot> slots, String chosen) {}
}
