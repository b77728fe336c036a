package org.qibroker.catalog.scope;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.Site;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.ServiceKind;

/**
 * A whole line as its provider states it.
 *
 * @param siteId absent for the main site
 * @param effectiveFrom first day of a new line, or of what changes; today where absent
 * @param validTo last day of the line, absent for no end
 */
public record LineCommand(
        @NotNull Family family,
        @Nullable ServiceKind serviceKind,
        @NotBlank @Size(max = 400) String subject,
        @Nullable @Size(max = 400) String subjectEn,
        @Nullable @Size(max = 400) String parameter,
        @Nullable @Size(max = 60) String quantity,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 400) String> methods,
        @Nullable @Size(max = 400) String range,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 400) String> conditions,
        @Nullable @Size(max = 400) String uncertainty,
        @Nullable @Positive @DecimalMax("100") Double coverageFactor,
        @Nullable @Size(max = 4000) String limitation,
        @Nullable @Size(max = 20) Set<@NotBlank @Size(max = 40) String> marks,
        @Nullable UUID siteId,
        @Nullable Boolean onSite,
        @Nullable @Valid PriceSaid price,
        @Nullable @Min(0) @Max(Capability.Terms.MOST_DAYS) Integer turnaroundDays,
        @Nullable @Size(max = 20) Set<@NotBlank @Size(max = 60) String> scenarios,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate validTo) {
    private static final double USUAL_FACTOR = 2;

    /** A price as it is said. */
    public record PriceSaid(Price.@NotNull Kind kind, @Nullable Money amount, @Nullable @Size(max = 40) String per) {
        /**
         * The price.
         *
         * @throws Refusal BAD_INPUT if an amount is missing, stands there for nothing, or is no sum in yuan
         */
        public Price price() {
            if ((kind == Price.Kind.ON_REQUEST) != (amount == null)) {
                throw Refusal.badInput("/price/amount", amount == null ? "not-null" : "price-on-request");
            }
            if (amount != null && (amount.amount() < 0 || !amount.currency().equals("CNY"))) {
                throw Refusal.badInput("/price/amount", "price-not-yuan");
            }
            return new Price(kind, amount == null ? null : amount.amount(), amount == null ? null : blank(per));
        }
    }

    /**
     * The line that is stated.
     *
     * @param before what it was, absent for a new one; what has to be booked for it stays
     * @throws Refusal BAD_INPUT if the provider has no such site, or there is no such quantity
     */
    ScopeLine line(Provider provider, UnitRegistry units, @Nullable ScopeLine before) {
        String kind = blank(quantity);
        if (kind != null && units.kind(kind).isEmpty()) {
            throw Refusal.badInput("/quantity", "unknown-quantity", kind);
        }
        Capability.Service service = new Capability.Service(
                family, serviceKind, subject.strip(), blank(subjectEn), or(blank(parameter), ""), set(scenarios));
        ScopeLine.Texts texts = new ScopeLine.Texts(
                kind,
                list(methods),
                blank(range),
                list(conditions),
                blank(uncertainty),
                or(coverageFactor, USUAL_FACTOR),
                blank(limitation));
        Capability.Terms terms = new Capability.Terms(
                Boolean.TRUE.equals(onSite),
                price == null ? Price.ON_REQUEST : price.price(),
                turnaroundDays,
                before == null ? null : before.terms().resourceId());
        return new ScopeLine(site(provider), service, texts, set(marks), terms);
    }

    private UUID site(Provider provider) {
        return (siteId == null ? provider.mainSite() : provider.site(siteId))
                .map(Site::id)
                .orElseThrow(() -> Refusal.badInput("/siteId", "unknown-site"));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static List<String> list(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(String::strip).distinct().toList();
    }

    private static Set<String> set(@Nullable Set<String> texts) {
        Set<String> stripped = new LinkedHashSet<>();
        if (texts != null) {
            texts.forEach(text -> stripped.add(text.strip()));
        }
        return Collections.unmodifiableSet(stripped);
    }
}
