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

/** The criteria that are a line's own, and how those of several lines add up: as good as the worst line used. */
final class LineRules {
    private final ItemSpec spec;
    private final MatchContext context;
    private final ConditionRule conditions;
    private final MethodRule methods;
    private final MarkRule marks;

    LineRules(AskedItem item, MatchContext context, Provider provider) {
        this.spec = item.spec();
        this.context = context;
        this.conditions = new ConditionRule(item.units());
        this.methods = new MethodRule(context.reference().equivalences());
        this.marks = new MarkRule(provider, context.day());
    }

    List<CriterionResult> judge(Capability line, LocalDate finish) {
        return List.of(
                conditions.judge(spec.conditions(), line),
                methods.judge(spec.methods(), line),
                marks.judge(spec.marks(), line, finish),
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
        return worst(used.stream().map(Line::gates).toList());
    }

    /** CONDITIONS, METHOD, MARK, ONSITE and LIMITATION of a set that finishes on a day, if that is known. */
    List<CriterionResult> terms(List<Line> used, @Nullable LocalDate finish) {
        LocalDate last = finish(used, finish, context);
        return worst(used.stream().map(line -> judge(line.capability(), last)).toList());
    }

    /** The day until which a set is at work. */
    static LocalDate finish(List<Line> used, @Nullable LocalDate known, MatchContext context) {
        return known != null ? known : Offer.lastDay(used, context);
    }

    private static List<CriterionResult> worst(List<List<CriterionResult>> ofLines) {
        if (ofLines.size() == 1) {
            return ofLines.get(0);
        }
        List<CriterionResult> results = new ArrayList<>();
        for (int i = 0; i < ofLines.get(0).size(); i++) {
            int index = i;
            results.add(
                    worstOf(ofLines.stream().map(ofLine -> ofLine.get(index)).toList()));
        }
        return results;
    }

    private static CriterionResult worstOf(List<CriterionResult> results) {
        CriterionResult worst = results.get(0);
        for (CriterionResult result : results) {
            int more =
                    Integer.compare(result.verdict().badness(), worst.verdict().badness());
            worst = more > 0 || (more == 0 && remarks(result) > remarks(worst)) ? result : worst;
        }
        return worst;
    }

    private static int remarks(CriterionResult result) {
        return result.reason() == null ? 0 : result.reason().equals("broader") ? 2 : 1;
    }
}
