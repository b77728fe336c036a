package org.qibroker.catalog.index;

import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;

/** What a line says of quantity and range. */
public record RangePart(@Nullable QuantityKind quantity, @Nullable String text, @Nullable QuantityRange range) {
    static RangePart of(Capability.Measured measured) {
        return new RangePart(measured.quantity(), measured.rangeText(), measured.range());
    }
}
