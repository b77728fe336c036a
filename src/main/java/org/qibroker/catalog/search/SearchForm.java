package org.qibroker.catalog.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.BodyKind;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.ServiceKind;

/** Makes a request of the parameters of a query. */
final class SearchForm {
    private static final int LONGEST_TEXT = 200;

    private final Inputs inputs;
    private final UnitRegistry units;

    SearchForm(Inputs inputs, UnitRegistry units) {
        this.inputs = inputs;
        this.units = units;
    }

    /**
     * The request.
     *
     * @param today the day that counts where none is given
     * @throws Refusal BAD_INPUT at the parameters that are wrong
     */
    SearchRequest request(LocalDate today) {
        return new SearchRequest(
                text("q"),
                chosen(),
                text("method"),
                new SearchRequest.Measured(span(), limit()),
                inputs.flag("onSite").orElse(null),
                inputs.date("validOn").orElse(today));
    }

    private Map<Facet, String> chosen() {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = chosen(facet);
            if (value != null) {
                chosen.put(facet, value);
            }
        }
        return chosen;
    }

    private @Nullable String chosen(Facet facet) {
        String name = facet.parameter();
        return switch (facet) {
            case FAMILY -> inputs.constant(name, Family.class).map(Enum::name).orElse(null);
            case SERVICE_KIND ->
                inputs.constant(name, ServiceKind.class).map(Enum::name).orElse(null);
            case BODY_KIND ->
                inputs.constant(name, BodyKind.class).map(Enum::name).orElse(null);
            case QUANTITY -> quantity(name);
            case PROVIDER -> inputs.id(name).map(UUID::toString).orElse(null);
            case SUBJECT, MARK, DISTRICT, SCENARIO -> text(name);
        };
    }

    private @Nullable String quantity(String name) {
        return inputs.text(name)
                .map(key -> units.kind(key).orElseThrow(() -> Refusal.badInput("/" + name, "unknown-quantity", key)))
                .map(QuantityKind::key)
                .orElse(null);
    }

    private @Nullable String text(String name) {
        Optional<String> text = inputs.text(name).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            throw Refusal.badInput("/" + name, "too-long", LONGEST_TEXT);
        }
        return text.orElse(null);
    }

    private SearchRequest.@Nullable Span span() {
        Double min = number("min");
        Double max = number("max");
        if (min == null && max == null) {
            return null;
        }
        if (min != null && max != null && min > max) {
            throw Refusal.badInput("/max", "range-reversed");
        }
        return new SearchRequest.Span(min, max, unit("unit"));
    }

    private SearchRequest.@Nullable Limit limit() {
        Double value = number("maxUncertainty");
        if (value == null) {
            return null;
        }
        if (value <= 0) {
            throw Refusal.badInput("/maxUncertainty", "not-positive");
        }
        return new SearchRequest.Limit(
                value, unit(inputs.text("uncertaintyUnit").isPresent() ? "uncertaintyUnit" : "unit"));
    }

    private @Nullable Double number(String name) {
        Optional<BigDecimal> number = inputs.decimal(name);
        if (number.isPresent() && !Double.isFinite(number.get().doubleValue())) {
            throw Refusal.badInput("/" + name, "number", number.get().toString());
        }
        return number.map(BigDecimal::doubleValue).orElse(null);
    }

    private List<Unit> unit(String name) {
        String symbol = inputs.text(name).orElseThrow(() -> Refusal.badInput("/" + name, "unit-missing"));
        List<Unit> known = units.all(symbol);
        if (known.isEmpty()) {
            throw Refusal.badInput("/" + name, "unknown-unit", symbol);
        }
        return known;
    }
}
