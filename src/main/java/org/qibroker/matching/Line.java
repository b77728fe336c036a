package org.qibroker.matching;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;
import org.qibroker.measure.QuantityRange;
import org.qibroker.shared.ServiceKind;
import org.qibroker.shared.TextKey;

/**
 * A line past the gates.
 *
 * @param kind as stated, or of the unit of its range; {@code null} if neither says
 * @param base its range in the base unit; {@code null} if there is only text, or none
 * @param gates how it passed the gates
 * @param terms verdicts that do not depend on where in its range it is used
 */
record Line(
        Capability capability,
        @Nullable QuantityKind kind,
        @Nullable Interval base,
        List<CriterionResult> gates,
        List<CriterionResult> terms) {

    /** What a line is joined with: the same kind of quantity, and of service and parameter what is not asked. */
    record Group(@Nullable ServiceKind service, @Nullable String parameter, @Nullable QuantityKind kind) {}

    static @Nullable QuantityKind kindOf(Capability line) {
        QuantityRange range = line.measured().range();
        return line.measured().quantity() != null
                ? line.measured().quantity()
                : range == null ? null : range.unit().kind();
    }

    /** The range in the base unit of the kind, if the line states it in a unit of that kind. */
    static @Nullable Interval baseOf(Capability line, @Nullable QuantityKind kind) {
        QuantityRange range = line.measured().range();
        return range == null || !range.unit().kind().equals(kind) ? null : range.inBase();
    }

    UUID id() {
        return capability.id();
    }

    /** Lines past a gate that was asked answer the same, however they word it. */
    Group group(boolean serviceAsked, boolean parameterAsked) {
        Capability.Service service = capability.service();
        return new Group(
                serviceAsked ? null : service.kind(), parameterAsked ? null : TextKey.of(service.parameter()), kind);
    }

    /** How many of its verdicts fail. */
    int failures() {
        return (int) terms.stream().filter(CriterionResult::fails).count();
    }

    /** How many of its verdicts leave something open. */
    int conditions() {
        return (int) Stream.concat(gates.stream(), terms.stream())
                .filter(r -> !r.fails() && !r.verdict().fine())
                .count();
    }
}
