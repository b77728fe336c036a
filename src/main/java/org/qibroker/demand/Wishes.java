package org.qibroker.demand;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/**
 * What holds for the whole demand.
 *
 * @param district code of the district the work is wanted near
 * @param neededBy day the last report is needed
 * @param budgetFen what all of it may cost, in CNY fen
 * @param programmes service programmes the demand is counted under
 * @param scenarios application scenarios the demand belongs to
 * @param preset ranking of offers, {@link Preset#BALANCED} if absent
 */
public record Wishes(
        @Nullable @Pattern(regexp = "[0-9]{6}") String district,
        @Nullable LocalDate neededBy,
        @Nullable @Positive Long budgetFen,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> programmes,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> scenarios,
        @Nullable Preset preset) {
    /** No wishes at all. */
    public static final Wishes NONE = new Wishes(null, null, null, null, null, null);

    /** What all of it may cost. */
    public @Nullable Money budget() {
        return budgetFen == null ? null : Money.fen(budgetFen);
    }
}
