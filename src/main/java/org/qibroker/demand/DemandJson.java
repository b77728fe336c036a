package org.qibroker.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/** A demand as the API gives it: the schema {@code Demand} of the contract. */
public record DemandJson(
        UUID id,
        UUID enterpriseId,
        String title,
        @Nullable Contact contact,
        @Nullable String district,
        @Nullable LocalDate neededBy,
        @Nullable Money budget,
        @Nullable Preset preset,
        @Nullable List<String> programmes,
        @Nullable List<String> scenarios,
        Agreement agreement,
        List<DemandItem> items,
        DemandState state,
        long version,
        Instant createdAt,
        @Nullable Instant submittedAt) {
    /** The view of a demand. */
    public static DemandJson of(Demand demand) {
        Wishes wishes = demand.wishes();
        return new DemandJson(
                demand.id(),
                demand.enterpriseId(),
                demand.title(),
                demand.contact(),
                wishes.district(),
                wishes.neededBy(),
                wishes.budget(),
                wishes.preset(),
                wishes.programmes(),
                wishes.scenarios(),
                demand.agreement(),
                demand.items(),
                demand.state(),
                demand.version(),
                demand.createdAt(),
                demand.submittedAt());
    }
}
