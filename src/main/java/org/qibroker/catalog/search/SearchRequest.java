package org.qibroker.catalog.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.Unit;

/**
 * Which lines are wanted; what is absent does not matter.
 *
 * @param words words that subject, parameter, methods or the provider's name should have
 * @param chosen the value wanted of a facet
 * @param method designation of a standard; without a year any edition will do
 * @param onSite whether the work is wanted at the customer's
 */
record SearchRequest(
        @Nullable String words,
        Map<Facet, String> chosen,
        @Nullable String method,
        Measured measured,
        @Nullable Boolean onSite,
        LocalDate day) {

    SearchRequest {
        chosen = Map.copyOf(chosen);
    }

    /** How far and how well. */
    record Measured(@Nullable Span span, @Nullable Limit limit) {}

    /**
     * A range that a line must hold completely; an absent end is where the line ends.
     *
     * @param units the unit it is given in, in each quantity that has it
     */
    record Span(@Nullable Double min, @Nullable Double max, List<Unit> units) {}

    /**
     * An expanded uncertainty (k = 2) that a line must not exceed.
     *
     * @param units the unit it is given in, in each quantity that has it
     */
    record Limit(double value, List<Unit> units) {}

    SearchRequest withWords(@Nullable String other) {
        return new SearchRequest(other, chosen, method, measured, onSite, day);
    }

    SearchRequest withMethod(@Nullable String other) {
        return new SearchRequest(words, chosen, other, measured, onSite, day);
    }

    SearchRequest with(Facet facet, String value) {
        Map<Facet, String> more = new EnumMap<>(Facet.class);
        more.putAll(chosen);
        more.put(facet, value);
        return new SearchRequest(words, more, method, measured, onSite, day);
    }

    SearchRequest withSpan(Span span) {
        return new SearchRequest(words, chosen, method, new Measured(span, measured.limit), onSite, day);
    }

    SearchRequest withLimit(Limit limit) {
        return new SearchRequest(words, chosen, method, new Measured(measured.span, limit), onSite, day);
    }

    /** What is wanted of a facet; empty if nothing is. */
    String value(Facet facet) {
        return Objects.requireNonNullElse(chosen.get(facet), "");
    }
}
