package org.qibroker.catalog.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.Unit;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.http.Inputs;
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
                new SearchRequest.What(
                        inputs.constant("family", Family.class).orElse(null),
                        inputs.constant("serviceKind", ServiceKind.class).orElse(null),
                        text("method"),
                        text("mark"),
                        text("scenario")),
                new SearchRequest.Measured(quantity(), span(), limit()),
                new SearchRequest.Where(
                        text("district"),
                        inputs.flag("onSite").orElse(null),
                        inputs.id("providerId").orElse(null)),
                inputs.date("validOn").orElse(today));
    }

    private @Nullable String text(String name) {
        Optional<String> text = inputs.text(name).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            throw Refusal.badInput("/" + name, "too-long", LONGEST_TEXT);
        }
        return text.orElse(null);
    }

    private @Nullable QuantityKind quantity() {
        return inputs.text("quantity")
                .map(key -> units.kind(key).orElseThrow(() -> Refusal.badInput("/quantity", "unknown-quantity", key)))
                .orElse(null);
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
