package org.qibroker.catalog.prices;

import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Price;
import org.qibroker.shared.TextKey;

/**
 * What a provider asks for lines that do not say it themselves.
 *
 * @param subject of the lines, absent for all that have no rule of their own subject
 * @param price absent where the rule is about turnaround only
 * @param turnaroundDays absent where the rule is about the price only
 */
public record PriceRule(@Nullable String subject, @Nullable Price price, @Nullable Integer turnaroundDays) {
    /** By what rules are told apart: the subject's key, empty for the default. */
    public String key() {
        return subject == null ? "" : TextKey.of(subject);
    }
}
