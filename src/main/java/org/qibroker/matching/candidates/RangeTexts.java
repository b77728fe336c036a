package org.qibroker.matching.candidates;

import java.util.HashMap;
import java.util.Map;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.unit.Unit;

/** How ranges read; many lines have the same. For one thread. */
final class RangeTexts {
    private final Map<Unit, Map<Interval, String>> known = new HashMap<>();

    /** A range given in the base unit, in a unit. */
    String of(Interval base, Unit unit) {
        return known.computeIfAbsent(unit, u -> new HashMap<>())
                .computeIfAbsent(base, range -> Texts.range(range, unit));
    }
}
