package org.qibroker.demand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/**
 * What an enterprise writes: all of a demand but its life.
 *
 * @param title a line that names it; made of the items if absent
 * @param contact whom to ask
 * @param district code of the district the work is wanted near
 * @param neededBy day the last report is needed
 * @param budget what all of it may cost, in CNY
 * @param preset ranking of offers
 * @param programmes service programmes the demand is counted under
 * @param scenarios application scenarios the demand belongs to
 * @param agreement what is agreed before work
 * @param items what is asked
 */
public record DemandDraft(
        @Nullable @Size(max = 200) String title,
        @Nullable @Valid Contact contact,
        @Nullable @Pattern(regexp = "[0-9]{6}") String district,
        @Nullable LocalDate neededBy,
        @Nullable Money budget,
        @Nullable Preset preset,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> programmes,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> scenarios,
        @Nullable @Valid Agreement agreement,
        @NotNull @Size(min = 1, max = Demand.MOST_ITEMS) List<@NotNull @Valid ItemSpec> items) {
    /** What holds for all of it. */
    Wishes wishes() {
        return new Wishes(district, neededBy, budget == null ? null : budget.amount(), programmes, scenarios, preset);
    }
}
