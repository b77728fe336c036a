package org.qibroker.demand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/**
 * One service asked for; only family and subject are needed. What is absent is not asked.
 *
 * @param family family of the service
 * @param serviceKind kind of the service
 * @param subject what is to be served
 * @param parameter what is to be measured or assessed on it
 * @param quantity key of the quantity kind
 * @param range range to be spanned
 * @param points points at which the uncertainty is judged instead of over the range
 * @param conditions conditions to be met
 * @param maxUncertainty largest expanded uncertainty
 * @param tolerance tolerance that the uncertainty follows from, instead of {@code maxUncertainty}
 * @param coverageFactor k of the uncertainty asked, 2 if absent
 * @param methods designations of the standards to be followed, all of them
 * @param marks marks the report has to carry, all of them
 * @param pieces how many, 1 if absent
 * @param onSite whether the provider has to come
 */
public record ItemSpec(
        @NotNull Family family,
        @Nullable ServiceKind serviceKind,
        @NotBlank @Size(max = 200) String subject,
        @Nullable @Size(max = 200) String parameter,
        @Nullable @Pattern(regexp = "[a-z0-9-]{1,60}") String quantity,
        @Nullable @Valid RangeAsked range,
        @Nullable @Size(max = 50) List<@NotNull @Valid PointAsked> points,
        @Nullable @Size(max = 20) List<@NotNull @Valid ConditionAsked> conditions,
        @Nullable @Valid ValueAsked maxUncertainty,
        @Nullable @Valid ToleranceAsked tolerance,
        @Nullable @DecimalMin("1") @DecimalMax("10") Double coverageFactor,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 200) String> methods,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 40) String> marks,
        @Nullable @Min(1) @Max(100_000) Integer pieces,
        @Nullable Boolean onSite) {
    /** Nothing asked but a subject of a family. */
    public static ItemSpec of(Family family, String subject) {
        return new ItemSpec(
                family, null, subject, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
