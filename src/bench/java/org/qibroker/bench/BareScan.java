package org.qibroker.bench;

import java.util.Arrays;
import java.util.List;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Parts;
import org.qibroker.catalog.index.SubjectLines;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Gates;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.Constant;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.unit.UnitRegistry;

/**
 * The least that any engine must do: one pass over the lines of the subject and of what covers it by another name, reading day, range
 * and uncertainty as plain numbers, and keeping the ten best. No proofs, no joined lines, no near misses.
 */
final class BareScan {
    private static final int TEN = 10;

    private final ScopeView view;
    private final UnitRegistry units;
    private final double[] lower;
    private final double[] upper;
    private final double[] uncertainty;

    BareScan(ScopeView view, UnitRegistry units) {
        this.view = view;
        this.units = units;
        Parts parts = view.state().parts();
        lower = new double[parts.ranges().size()];
        upper = new double[lower.length];
        for (int i = 0; i < lower.length; i++) {
            QuantityRange range = parts.ranges().get(i).range();
            Interval base = range == null ? Interval.ALL : range.inBase();
            lower[i] = base.lower() == null ? Double.NaN : base.lower().value();
            upper[i] = base.upper() == null ? Double.NaN : base.upper().value();
        }
        uncertainty = new double[parts.uncertainties().size()];
        for (int i = 0; i < uncertainty.length; i++) {
            uncertainty[i] = parts.uncertainties().get(i).uncertainty() instanceof Constant u ? u.value() : Double.NaN;
        }
    }

    /** The lines that the engine looks at for an item; found beforehand. */
    List<SubjectLines> lines(ItemSpec item, Thesaurus thesaurus) {
        return view.state().subjects(item.family(), new Gates(AskedItem.of(item, units), thesaurus).subjectKeys());
    }

    /** How many lines were looked at; the result is used so that it is not optimised away. */
    int scan(ItemSpec item, List<SubjectLines> subjects, int day, double[] best) {
        var kind = units.kind(item.quantity()).orElseThrow();
        var unit = units.find(item.range().unit(), kind).orElseThrow();
        double from = unit.toBase(item.range().min());
        double to = unit.toBase(item.range().max());
        double limit = unit.differenceToBase(item.maxUncertainty().value());
        Arrays.fill(best, 0, TEN, Double.MAX_VALUE);
        int seen = 0;
        for (SubjectLines subject : subjects) {
            for (int i = 0; i < subject.parts(); i++) {
                Lines lines = subject.part(i);
                seen += lines.size();
                scan(lines, new double[] {from, to, limit, day}, best);
            }
        }
        return seen;
    }

    private void scan(Lines lines, double[] asked, double[] best) {
        int day = (int) asked[3];
        for (int row = 0; row < lines.size(); row++) {
            int range = lines.range(row);
            double u = uncertainty[lines.uncertainty(row)];
            if (lines.holds(row, day) && lower[range] <= asked[0] && upper[range] >= asked[1] && u <= asked[2]) {
                keep(u, best);
            }
        }
    }

    private static void keep(double u, double[] best) {
        int at = TEN;
        while (at > 0 && u < best[at - 1]) {
            if (at < TEN) {
                best[at] = best[at - 1];
            }
            at--;
        }
        if (at < TEN) {
            best[at] = u;
        }
    }
}
