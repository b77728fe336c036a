package org.qibroker.matching.candidates;

import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.QuantityKind;

/**
 * How quantity and range of lines are understood.
 *
 * @param kind as stated, or of the unit of its range; {@code null} if neither says
 * @param asked what is asked of lines of that kind
 * @param range in a unit of that kind; {@code null} if there is only text, or none
 * @param base the same in the base unit
 * @param span the same in plain numbers
 * @param again whether it had to be read in another kind than it was understood in at first
 * @param verdicts of the gate QUANTITY; a line that the item cannot be answered by is not covered
 */
record Reading(
        @Nullable QuantityKind kind,
        KindAsked asked,
        @Nullable QuantityRange range,
        @Nullable Interval base,
        @Nullable Span span,
        boolean again,
        long verdicts) {}
