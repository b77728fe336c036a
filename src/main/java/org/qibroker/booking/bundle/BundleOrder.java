package org.qibroker.booking.bundle;

import java.util.List;
import org.qibroker.demand.Demand;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Bundle;

/** What the page shows on which a plan is booked. */
public record BundleOrder(Demand demand, Bundle plan, List<Part.Offered> parts, String note) {
    /** The item at an index. */
    public ItemSpec item(int index) {
        return demand.specs().get(index);
    }

    /** Whether every part that needs a slot has one to choose. */
    public boolean possible() {
        return parts.stream()
                .allMatch(offered ->
                        offered.part().resource() == null || !offered.slots().isEmpty());
    }
}
