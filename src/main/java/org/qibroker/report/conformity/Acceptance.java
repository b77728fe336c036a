package org.qibroker.report.conformity;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.DecisionRule;

/**
 * What a value says about conformity, by ILAC-G8:09/2019. A limit exactly met is met: values within 1e-9 of the larger
 * are equal. Pure.
 */
public final class Acceptance {
    private static final BigDecimal RELATIVE = new BigDecimal("1e-9");

    private Acceptance() {}

    /** What is stated about a value by a rule; nothing where it has no limits, or not what the rule needs. */
    public static Optional<Conformity> of(ResultLine line, @Nullable DecisionRule rule) {
        if (rule == null || !line.limited() || (rule.needsUncertainty() && line.expandedUncertainty() == null)) {
            return Optional.empty();
        }
        BigDecimal guard = line.guardBand(rule).orElse(BigDecimal.ZERO);
        if (within(line, guard.negate())) {
            return Optional.of(Conformity.PASS);
        }
        if (rule != DecisionRule.GUARDED_NON_BINARY) {
            return Optional.of(Conformity.FAIL);
        }
        if (within(line, BigDecimal.ZERO)) {
            return Optional.of(Conformity.CONDITIONAL_PASS);
        }
        return Optional.of(within(line, guard) ? Conformity.CONDITIONAL_FAIL : Conformity.FAIL);
    }

    /** Whether the value lies within its limits, each moved outwards by so much. */
    private static boolean within(ResultLine line, BigDecimal outwards) {
        BigDecimal upper = line.upperLimit();
        BigDecimal lower = line.lowerLimit();
        return (upper == null || atMost(line.value(), upper, outwards))
                && (lower == null || atMost(line.value().negate(), lower.negate(), outwards));
    }

    private static boolean atMost(BigDecimal value, BigDecimal limit, BigDecimal outwards) {
        BigDecimal over = value.subtract(limit).subtract(outwards);
        BigDecimal larger = value.abs().max(limit.abs()).max(outwards.abs());
        return over.compareTo(RELATIVE.multiply(larger)) <= 0;
    }
}
