package org.qibroker.catalog.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.Unit;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/**
 * Which lines are wanted; what is absent does not matter.
 *
 * @param words words that subject, parameter, methods or the provider's name should have
 */
record SearchRequest(@Nullable String words, What what, Measured measured, Where where, LocalDate day) {

    /**
     * The service.
     *
     * @param method designation of a standard; without a year any edition will do
     */
    record What(
            @Nullable Family family,
            @Nullable ServiceKind kind,
            @Nullable String method,
            @Nullable String mark,
            @Nullable String scenario) {}

    /** How far and how well. */
    record Measured(@Nullable QuantityKind quantity, @Nullable Span span, @Nullable Limit limit) {}

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

    /** By whom and where. */
    record Where(@Nullable String district, @Nullable Boolean onSite, @Nullable UUID providerId) {}

    SearchRequest withWords(@Nullable String other) {
        return new SearchRequest(other, what, measured, where, day);
    }

    SearchRequest withMethod(@Nullable String method) {
        What other = new What(what.family, what.kind, method, what.mark, what.scenario);
        return new SearchRequest(words, other, measured, where, day);
    }

    SearchRequest withMark(String mark) {
        What other = new What(what.family, what.kind, what.method, mark, what.scenario);
        return new SearchRequest(words, other, measured, where, day);
    }

    SearchRequest withSpan(Span span) {
        return new SearchRequest(words, what, new Measured(measured.quantity, span, measured.limit), where, day);
    }

    SearchRequest withLimit(Limit limit) {
        return new SearchRequest(words, what, new Measured(measured.quantity, measured.span, limit), where, day);
    }
}
