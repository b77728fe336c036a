package org.qibroker.gap.wish;

import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;

/**
 * What wishes of one gap add up to.
 *
 * @param enterprises that wish
 * @param wishes how many there are, taken back ones left out
 * @param asked one item that would serve all who want the same as most: the range over all, the smallest uncertainty
 * @param strictest the wish with the smallest uncertainty; absent if none names one
 * @param median the wish in the middle by uncertainty, the stricter one of two; absent if none names one
 */
public record Need(
        int enterprises, int wishes, ItemSpec asked, @Nullable ItemSpec strictest, @Nullable ItemSpec median) {
    /** Fewer enterprises are not counted out to whoever may not know them. */
    public static final int FEWEST_COUNTED = 3;

    /** Whether so few enterprises wish that strangers are not told how many. */
    public boolean few() {
        return enterprises < FEWEST_COUNTED;
    }
}
