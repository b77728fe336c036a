package org.qibroker.catalog.index;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;

/** The terms of a line but for its price. */
public record TermsPart(boolean onSite, @Nullable Integer turnaroundDays, @Nullable UUID resourceId) {
    static TermsPart of(Capability.Terms terms) {
        return new TermsPart(terms.onSite(), terms.turnaroundDays(), terms.resourceId());
    }
}
