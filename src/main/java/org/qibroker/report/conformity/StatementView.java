package org.qibroker.report.conformity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.DecisionRule;

/**
 * A statement as the API gives it, with what follows from it.
 *
 * @param conformity of all results together
 */
public record StatementView(
        @Nullable DecisionRule decisionRule,
        @Nullable String ruleReason,
        @Nullable String specification,
        @Nullable Conformity conformity,
        List<ResultView> results) {

    /**
     * A result with what is stated about it.
     *
     * @param coverageFactor of the uncertainty, said even where it was not; absent without one
     * @param guardBand what the rule keeps from the limits, absent where it keeps nothing
     */
    public record ResultView(
            String parameter,
            BigDecimal value,
            @Nullable String unit,
            @Nullable BigDecimal expandedUncertainty,
            @Nullable BigDecimal coverageFactor,
            @Nullable BigDecimal lowerLimit,
            @Nullable BigDecimal upperLimit,
            @Nullable BigDecimal guardBand,
            @Nullable Conformity conformity) {}

    /** The view of a statement, absent if it says nothing. */
    public static @Nullable StatementView of(Statement statement) {
        return statement.isEmpty()
                ? null
                : new StatementView(
                        statement.decisionRule(),
                        statement.ruleReason(),
                        statement.specification(),
                        statement.conformity().orElse(null),
                        statement.results().stream()
                                .map(line -> view(line, statement))
                                .toList());
    }

    private static ResultView view(ResultLine line, Statement statement) {
        return new ResultView(
                line.parameter(),
                line.value(),
                line.unit(),
                line.expandedUncertainty(),
                line.factor().orElse(null),
                line.lowerLimit(),
                line.upperLimit(),
                statement.guardBand(line).orElse(null),
                statement.of(line).orElse(null));
    }
}
