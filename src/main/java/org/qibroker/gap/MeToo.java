package org.qibroker.gap;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;

/** How an enterprise says that it wishes it, too: over which range and how well, if it wants to say. */
record MeToo(@Nullable @Valid RangeAsked range, @Nullable @Valid ValueAsked maxUncertainty) {
    /** The same service as another item that asks for a quantity, over this range and this well. */
    ItemSpec like(ItemSpec item, @Nullable String quantity) {
        return new ItemSpec(
                item.family(),
                item.serviceKind(),
                item.subject(),
                item.parameter(),
                quantity,
                range,
                null,
                null,
                maxUncertainty,
                null,
                null,
                item.methods(),
                null,
                null,
                null);
    }
}
