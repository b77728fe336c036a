package org.qibroker.catalog.index;

import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Uncertainty;

/** What a line says of its uncertainty. */
public record UncertaintyPart(@Nullable String text, Uncertainty uncertainty) {
    static UncertaintyPart of(Capability.Measured measured) {
        return new UncertaintyPart(measured.uncertaintyText(), measured.uncertainty());
    }
}
