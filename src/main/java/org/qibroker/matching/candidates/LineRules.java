package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.ConditionRule;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.matching.criteria.MethodRule;

/** The criteria that are a line's own, and how those of several lines add up: as good as the worst line used. For one thread. */
final class LineRules {
    private final ItemSpec spec;
    private final ConditionRule conditions;
    private final MethodRule methods;
    private final MarkRule marks;

    LineRules(AskedItem item, MatchContext context) {
        this.spec = item.spec();
        this.conditions = new ConditionRule(item.units());
        this.methods = new MethodRule(context.reference().equivalences());
        this.marks = new MarkRule(context.day());
    }

    private List<CriterionResult> judge(Provider provider, Capability line, LocalDate finish) {
        return List.of(
                conditions.judge(spec.conditions(), line),
                methods.judge(spec.methods(), line),
                marks.judge(spec.marks(), provider, line, finish),
                onSite(spec, line),
                limitation(line));
    }

    static CriterionResult onSite(ItemSpec spec, Capability line) {
        boolean offered = line.terms().onSite();
        boolean asked = Boolean.TRUE.equals(spec.onSite());
        Verdict verdict = !asked ? Verdict.NOT_ASKED : offered ? Verdict.COVERED : Verdict.NOT_COVERED;
        return new CriterionResult(
                Criterion.ONSITE,
                verdict,
                asked ? "true" : null,
                String.valueOf(offered),
                asked && !offered ? "not-on-site" : null,
                Evidence.of(line.id()),
                null);
    }

    private static CriterionResult limitation(Capability line) {
        String text = line.limitation();
        boolean limited = text != null && !text.isBlank();
        return new CriterionResult(
                Criterion.LIMITATION,
                limited ? Verdict.UNDECIDABLE : Verdict.NOT_ASKED,
                null,
                limited ? text : null,
                limited ? "read-it" : null,
                Evidence.of(line.id(), limited ? text : null),
                null);
    }

    /** The gates of a set. */
    List<CriterionResult> gates(List<Line> used) {
        List<CriterionResult> worst = used.get(0).gates();
        for (int i = 1; i < used.size(); i++) {
            worst = worst(worst, used.get(i).gates());
        }
        return worst;
    }

    /** CONDITIONS, METHOD, MARK, ONSITE and LIMITATION of a set that finishes on a day, if that is known. */
    List<CriterionResult> terms(Provider provider, List<Line> used, @Nullable LocalDate finish) {
        LocalDate last = finish(used, finish);
        List<CriterionResult> worst = judge(provider, used.get(0).capability(), last);
        for (int i = 1; i < used.size(); i++) {
            worst = worst(worst, judge(provider, used.get(i).capability(), last));
        }
        return worst;
    }

    /** The day until which a set is at work. */
    static LocalDate finish(List<Line> used, @Nullable LocalDate known) {
        return known != null ? known : Offer.lastDay(used);
    }

    private static List<CriterionResult> worst(List<CriterionResult> some, List<CriterionResult> others) {
        List<CriterionResult> worst = new ArrayList<>(some.size());
        for (int i = 0; i < some.size(); i++) {
            worst.add(worse(some.get(i), others.get(i)));
        }
        return worst;
    }

    private static CriterionResult worse(CriterionResult known, CriterionResult other) {
        int more = Integer.compare(other.verdict().badness(), known.verdict().badness());
        return more > 0 || (more == 0 && remarks(other) > remarks(known)) ? other : known;
    }

    private static int remarks(CriterionResult result) {
        return result.reason() == null ? 0 : result.reason().equals("broader") ? 2 : 1;
    }
}
