package org.qibroker.matching.bundle;

import org.chocosolver.solver.constraints.Propagator;
import org.chocosolver.solver.constraints.PropagatorPriority;
import org.chocosolver.solver.exception.ContradictionException;
import org.chocosolver.solver.variables.IntVar;
import org.chocosolver.util.ESat;

/**
 * Three sums, of which no known point is at least as good in all: where it is in two, the third must be better. When time
 * is up nothing is good enough, which ends the search.
 */
final class FrontPropagator extends Propagator<IntVar> {
    private final transient Front front;
    private final long unit;
    private final transient Deadline until;

    /**
     * For providers, price and day.
     *
     * @param unit what a price of 1 stands for
     */
    FrontPropagator(IntVar[] sums, Front front, long unit, Deadline until) {
        super(sums, PropagatorPriority.TERNARY, false);
        this.front = front;
        this.unit = unit;
        this.until = until;
    }

    @Override
    public void propagate(int mask) throws ContradictionException {
        if (until.over()) {
            fails();
        }
        for (Point point : front.points()) {
            int[] known = known(point);
            for (int i = 0; i < known.length; i++) {
                int second = (i + 1) % known.length;
                int third = (i + 2) % known.length;
                if (vars[second].getLB() >= known[second] && vars[third].getLB() >= known[third]) {
                    vars[i].updateUpperBound(known[i] - 1, this);
                }
            }
        }
    }

    private int[] known(Point point) {
        return new int[] {point.providers(), Math.toIntExact((point.price() + unit - 1) / unit), point.day()};
    }

    @Override
    public ESat isEntailed() {
        return isCompletelyInstantiated() ? ESat.TRUE : ESat.UNDEFINED;
    }
}
