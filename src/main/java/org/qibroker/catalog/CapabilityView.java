package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.Uncertainty;
import org.qibroker.shared.Family;
import org.qibroker.shared.Money;
import org.qibroker.shared.ServiceKind;
import org.qibroker.standards.Designation;

/** A line as the contract shows it; what was not understood has only its text. */
public record CapabilityView(
        UUID id,
        UUID providerId,
        @Nullable String providerName,
        UUID siteId,
        @Nullable String siteName,
        @Nullable String district,
        Family family,
        @Nullable ServiceKind serviceKind,
        String subject,
        @Nullable String subjectEn,
        String parameter,
        @Nullable String quantity,
        @Nullable RangeView range,
        List<ConditionView> conditions,
        @Nullable UncertaintyView uncertainty,
        List<MethodView> methods,
        @Nullable String limitation,
        Collection<String> marks,
        Collection<String> scenarios,
        boolean onSite,
        PriceView price,
        @Nullable Integer turnaroundDays,
        @Nullable UUID resourceId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** A range; unbounded ends are absent. */
    public record RangeView(
            String text,
            @Nullable Double min,
            @Nullable Boolean minIncluded,
            @Nullable Double max,
            @Nullable Boolean maxIncluded,
            @Nullable String unit) {
        static RangeView of(String text, @Nullable QuantityRange range) {
            if (range == null) {
                return new RangeView(text, null, null, null, null, null);
            }
            Interval.End lower = range.interval().lower();
            Interval.End upper = range.interval().upper();
            return new RangeView(
                    text,
                    lower == null ? null : lower.value(),
                    lower == null ? null : lower.included(),
                    upper == null ? null : upper.value(),
                    upper == null ? null : upper.included(),
                    range.unit().symbol());
        }
    }

    /** A named range. */
    public record ConditionView(String name, RangeView range) {}

    /** An expanded uncertainty; the coverage factor is absent where the text was not understood. */
    public record UncertaintyView(String text, Uncertainty.Form form, @Nullable Double coverageFactor) {
        static @Nullable UncertaintyView of(Capability.Measured measured) {
            if (measured.uncertaintyText() == null) {
                return null;
            }
            Uncertainty uncertainty = measured.uncertainty();
            Double factor = uncertainty instanceof TextOnly ? null : uncertainty.coverageFactor();
            return new UncertaintyView(measured.uncertaintyText(), uncertainty.form(), factor);
        }
    }

    /** A method. */
    public record MethodView(String text, @Nullable String canonical, @Nullable Integer edition) {
        static MethodView of(Method method) {
            Designation designation = method.designation();
            return designation == null
                    ? new MethodView(method.text(), null, null)
                    : new MethodView(method.text(), designation.canonical(), designation.year());
        }
    }

    /** A price. */
    public record PriceView(Price.Kind kind, @Nullable Money amount, @Nullable String per) {
        /** A price in fen. */
        public static PriceView of(Price price) {
            return new PriceView(price.kind(), price.fen() == null ? null : Money.fen(price.fen()), price.per());
        }
    }

    /** The line, with the names of its provider and site if they are at hand. */
    public static CapabilityView of(Capability line, @Nullable Provider provider) {
        Site site = provider == null ? null : provider.site(line.siteId()).orElse(null);
        Capability.Service service = line.service();
        Capability.Measured measured = line.measured();
        return new CapabilityView(
                line.id(),
                line.providerId(),
                provider == null ? null : provider.nameZh(),
                line.siteId(),
                site == null ? null : site.nameZh(),
                site == null ? null : site.district(),
                service.family(),
                service.kind(),
                service.subject(),
                service.subjectEn(),
                service.parameter(),
                measured.quantity() == null ? null : measured.quantity().key(),
                measured.rangeText() == null ? null : RangeView.of(measured.rangeText(), measured.range()),
                line.conditions().stream()
                        .map(c -> new ConditionView(c.name(), RangeView.of(c.text(), c.range())))
                        .toList(),
                UncertaintyView.of(measured),
                line.methods().stream().map(MethodView::of).toList(),
                line.limitation(),
                line.marks(),
                service.scenarios(),
                line.terms().onSite(),
                PriceView.of(line.terms().price()),
                line.terms().turnaroundDays(),
                line.terms().resourceId(),
                line.validity().from(),
                line.validity().to());
    }
}
