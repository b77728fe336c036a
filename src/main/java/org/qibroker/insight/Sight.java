package org.qibroker.insight;

import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Refusal;

/**
 * How much of the region somebody may see.
 *
 * @param district the only one, absent for the city
 * @param enterprises whether single enterprises may be seen
 */
record Sight(@Nullable String district, boolean enterprises) {
    /**
     * What is left of what is asked for.
     *
     * @throws Refusal FORBIDDEN for another district, or for parts in which single enterprises could be told
     */
    Wanted of(Wanted wanted) {
        String asked = wanted.filter(Dimension.DISTRICT);
        if (!enterprises) {
            return whole(wanted);
        }
        if (district == null) {
            return wanted;
        }
        if (asked != null && !asked.equals(district)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "district-not-yours");
        }
        return wanted.with(Dimension.DISTRICT, district);
    }

    /** Periods that do not overlap, and no filters: nothing that could be subtracted from something else. */
    private static Wanted whole(Wanted wanted) {
        if (!wanted.filters().isEmpty()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "enterprises-not-seen");
        }
        if (!wanted.months().quarter()) {
            throw Refusal.badInput("/from", "quarters-only");
        }
        return wanted;
    }
}
