package org.qibroker.matching.answer;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Preset;

/**
 * How much each part of a score counts, 0…100 each, what is absent not at all; only their proportion matters.
 *
 * @param price a low price
 * @param finish an early finish
 * @param uncertainty an uncertainty well below what is asked
 * @param distance a short way
 * @param record what was promised before and kept
 */
public record Weights(
        @Nullable @DecimalMin("0") @DecimalMax("100") Double price,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double finish,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double uncertainty,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double distance,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double record) {

    /** Those of a preset; they sum up to 100. */
    public static Weights of(Preset preset) {
        return switch (preset) {
            case BALANCED -> new Weights(25.0, 25.0, 20.0, 15.0, 15.0);
            case CHEAPEST -> new Weights(70.0, 10.0, 5.0, 5.0, 10.0);
            case FASTEST -> new Weights(10.0, 70.0, 5.0, 5.0, 10.0);
            case MOST_ACCURATE -> new Weights(5.0, 10.0, 70.0, 5.0, 10.0);
            case NEAREST -> new Weights(10.0, 10.0, 5.0, 65.0, 10.0);
        };
    }

    /** Whether nothing counts, so that nothing can be ranked. */
    public boolean empty() {
        return sum() <= 0;
    }

    private double sum() {
        return said(price) + said(finish) + said(uncertainty) + said(distance) + said(record);
    }

    private static double said(@Nullable Double weight) {
        return weight == null ? 0 : weight;
    }

    /** The weighted mean of the parts, 0…1. */
    double total(Score.Parts parts) {
        double weighted = said(price) * parts.price()
                + said(finish) * parts.finish()
                + said(uncertainty) * parts.uncertainty()
                + said(distance) * parts.distance()
                + said(record) * parts.record();
        return weighted / sum();
    }
}
