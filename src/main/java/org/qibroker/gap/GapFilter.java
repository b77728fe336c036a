package org.qibroker.gap;

import org.jspecify.annotations.Nullable;
import org.qibroker.account.profile.Industries;
import org.qibroker.matching.answer.GapType;
import org.qibroker.shared.District;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;

/**
 * Which gaps are wanted; what is absent does not matter.
 *
 * @param q words of the subject
 * @param district only wishes of its enterprises; for coordinators
 * @param industry code of an industry; only wishes of its enterprises; for coordinators
 */
public record GapFilter(
        @Nullable GapType type,
        @Nullable Family family,
        @Nullable GapState state,
        @Nullable String q,
        @Nullable String district,
        @Nullable String industry) {
    /**
     * The filter with what somebody may see at most.
     *
     * @throws Refusal BAD_INPUT if there is no such district or industry, or the reader may not look at it
     */
    GapFilter within(Sight sight, Industries industries) {
        if (district != null && District.ofCode(district).isEmpty()) {
            throw Refusal.badInput("/district", "unknown-district", district);
        }
        if (industry != null && industries.find(industry).isEmpty()) {
            throw Refusal.badInput("/industry", "unknown-industry", industry);
        }
        if (industry != null && !sight.steering()) {
            throw Refusal.badInput("/industry", "gap-industry");
        }
        if (district != null
                && (!sight.steering()
                        || (sight.district() != null && !sight.district().equals(district)))) {
            throw Refusal.badInput("/district", "gap-district");
        }
        return sight.district() == null ? this : new GapFilter(type, family, state, q, sight.district(), industry);
    }
}
