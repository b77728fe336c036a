package org.qibroker.catalog.scope;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;

/**
 * Other terms for many lines.
 *
 * @param price absent to leave prices as they are
 * @param turnaroundDays absent to leave turnaround as it is
 */
public record TermsChange(
        LineCommand.@Nullable @Valid PriceSaid price,
        @Nullable @Min(0) @Max(Capability.Terms.MOST_DAYS) Integer turnaroundDays) {

    /** Whether it changes nothing. */
    boolean empty() {
        return price == null && turnaroundDays == null;
    }

    /** The line on these terms. */
    ScopeLine on(ScopeLine line) {
        return new ScopeLine(line.siteId(), line.service(), line.texts(), line.marks(), on(line.terms()));
    }

    Capability.Terms on(Capability.Terms terms) {
        Price next = price == null ? terms.price() : price.price();
        Integer days = turnaroundDays == null ? terms.turnaroundDays() : turnaroundDays;
        return new Capability.Terms(terms.onSite(), next, days, terms.resourceId());
    }
}
