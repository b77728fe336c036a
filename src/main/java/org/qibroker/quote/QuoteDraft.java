package org.qibroker.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Money;

/**
 * An offer as a provider states it; items left out are not offered.
 *
 * @param validUntil the last day it can be taken
 * @param terms what holds for all of it
 */
public record QuoteDraft(
        @NotNull LocalDate validUntil,
        @Nullable @Size(max = 2000) String terms,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Item> items) {

    /**
     * What is offered for one item.
     *
     * @param price for all pieces, before the discount
     * @param discountPercent none if unsaid
     * @param finishBy the day the report is there
     * @param uncertainty the expanded uncertainty that will be kept
     * @param capabilityIds lines of the provider's scope by which it is done; those of the match if unsaid
     */
    public record Item(
            @NotNull UUID demandItemId,
            @NotNull Money price,
            @Nullable @Min(0) @Max(100) Integer discountPercent,
            @NotNull LocalDate finishBy,
            @Nullable @Valid Uncertainty uncertainty,
            @Nullable @Size(max = 1000) String terms,
            @Nullable @Size(min = 1, max = 50) List<@NotNull UUID> capabilityIds) {
        int discount() {
            return Objects.requireNonNullElse(discountPercent, 0);
        }
    }

    /**
     * An expanded uncertainty.
     *
     * @param coverageFactor k, 2 if unsaid
     */
    public record Uncertainty(
            @NotNull @Positive @DecimalMax("1e30") Double value,
            @NotBlank @Size(max = 40) String unit,
            @Nullable @DecimalMin("1") @DecimalMax("10") Double coverageFactor) {
        /** k. */
        public double factor() {
            return Objects.requireNonNullElse(coverageFactor, 2.0);
        }
    }
}
