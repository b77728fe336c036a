package org.qibroker.report.conformity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.DecisionRule;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/**
 * The results of a report and the statement of conformity that follows from them (ISO/IEC 17025:2017, 7.8.6).
 *
 * @param decisionRule absent if conformity is not stated
 * @param ruleReason why that is not the rule agreed before the work, absent where it is (7.1.3, 7.1.5)
 * @param specification what they are held against, such as a standard and its clause
 */
public record Statement(
        @Nullable DecisionRule decisionRule,
        @Nullable @Size(max = 300) String ruleReason,
        @Nullable @Size(max = 300) String specification,
        @NotNull @Size(max = MOST_LINES) @Valid List<ResultLine> results) {
    /** How many results a report may have. */
    public static final int MOST_LINES = 200;

    /** No results. */
    public static final Statement NONE = new Statement(null, null, null, List.of());

    /** Copies the results, if there are any. */
    public Statement {
        results = results == null ? List.of() : List.copyOf(results);
    }

    /** Whether it says nothing at all. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether it states conformity, or could: it holds a result against limits. */
    @JsonIgnore
    public boolean decidable() {
        return results.stream().anyMatch(ResultLine::limited);
    }

    /** The same with another reason for its rule, or with none. */
    public Statement because(@Nullable String reason) {
        return new Statement(decisionRule, reason, specification, results);
    }

    /** The guard band that its rule keeps a result from its limits by, if it does. */
    public Optional<BigDecimal> guardBand(ResultLine line) {
        return decisionRule == null ? Optional.empty() : line.guardBand(decisionRule);
    }

    /** What is stated about one of the results. */
    public Optional<Conformity> of(ResultLine line) {
        return Acceptance.of(line, decisionRule);
    }

    /** What is stated about all results together; nothing if nothing is stated about any. */
    @JsonIgnore
    public Optional<Conformity> conformity() {
        return Conformity.worst(
                results.stream().map(this::of).flatMap(Optional::stream).toList());
    }

    /**
     * The same, if it fits together.
     *
     * @param place pointer to the statement
     * @throws Refusal BAD_INPUT naming each limit that is reversed, each uncertainty that the rule needs, and a rule
     *     without limits
     */
    public Statement checked(String place) {
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            check(results.get(i), place + "/results/" + i, faults);
        }
        if (decisionRule != null && !decidable()) {
            faults.add(FieldFault.of(place + "/decisionRule", "rule-without-limits"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return this;
    }

    private void check(ResultLine line, String place, List<FieldFault> faults) {
        if (line.lowerLimit() != null
                && line.upperLimit() != null
                && line.lowerLimit().compareTo(line.upperLimit()) > 0) {
            faults.add(FieldFault.of(place + "/upperLimit", "range-reversed"));
        }
        boolean needed = decisionRule != null && decisionRule.needsUncertainty() && line.limited();
        if (needed && line.expandedUncertainty() == null) {
            faults.add(FieldFault.of(place + "/expandedUncertainty", "rule-needs-uncertainty"));
        }
    }
}
