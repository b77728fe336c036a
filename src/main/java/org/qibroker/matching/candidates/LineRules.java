package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.Located;
import org.qibroker.catalog.index.Parts;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.ConditionRule;
import org.qibroker.matching.criteria.Gates;
import org.qibroker.matching.criteria.MarkRule;
import org.qibroker.matching.criteria.MethodRule;

/**
 * The criteria that are a line's own, and how those of several lines add up: as good as the worst line used. What a part
 * of a line says is put into words once, however many lines say the same. For one thread.
 */
final class LineRules {
    private final ItemSpec spec;
    private final MarkRule marks;
    private final Memo<List<CriterionResult>> services;
    private final Memo<CriterionResult> quantities;
    private final Memo<CriterionResult> conditions;
    private final Memo<CriterionResult> methods;
    private final Memo<CriterionResult> onSite;

    LineRules(AskedItem item, MatchContext context, Parts parts, Gates gates) {
        ConditionRule conditionRule = new ConditionRule(item.units());
        MethodRule methodRule = new MethodRule(context.reference().equivalences());
        this.spec = item.spec();
        this.marks = new MarkRule(context.day());
        this.services = new Memo<>((lines, row) -> gates.ofService(parts.line(lines, row)));
        this.quantities = new Memo<>((lines, row) -> gates.quantity(parts.line(lines, row)));
        this.conditions = new Memo<>((lines, row) -> conditionRule.judge(spec.conditions(), parts.line(lines, row)));
        this.methods = new Memo<>((lines, row) -> methodRule.judge(spec.methods(), parts.line(lines, row)));
        this.onSite = new Memo<>((lines, row) -> onSite(spec, parts.line(lines, row)));
    }

    /** What a line says to one criterion. */
    private interface Said {
        CriterionResult by(Line line);
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

    /** FAMILY, SERVICE_KIND, SUBJECT, PARAMETER and QUANTITY of a set of lines. */
    void gates(List<Line> used, List<CriterionResult> proof) {
        int ofService = used.get(0).part(Lines.SERVICE, services).size();
        for (int i = 0; i < ofService; i++) {
            int gate = i;
            proof.add(worst(used, line -> line.part(Lines.SERVICE, services).get(gate)));
        }
        proof.add(worst(used, line -> line.part(Lines.RANGE, quantities)));
    }

    CriterionResult conditions(List<Line> used) {
        return worst(used, line -> line.part(Lines.CONDITIONS, conditions));
    }

    CriterionResult methods(List<Line> used) {
        return worst(used, line -> line.part(Lines.METHODS, methods));
    }

    /** MARK of a set that finishes on a day, if that is known. */
    CriterionResult marks(List<Line> used, Located place, @Nullable LocalDate finish) {
        LocalDate last = finish(used, finish);
        return worst(used, line -> marks.judge(spec.marks(), line.marks(place), last));
    }

    CriterionResult onSite(List<Line> used) {
        return worst(used, line -> line.part(Lines.TERMS, onSite));
    }

    CriterionResult limitation(List<Line> used) {
        return worst(used, this::limitation);
    }

    private CriterionResult limitation(Line line) {
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

    /** The day until which a set is at work. */
    static LocalDate finish(List<Line> used, @Nullable LocalDate known) {
        return known != null ? known : Offer.lastDay(used);
    }

    /** What the worst line says; of equals the one with most remarks, or the first. */
    private static CriterionResult worst(List<Line> used, Said said) {
        Line line = used.get(0);
        CriterionResult worst = said.by(line);
        for (int i = 1; i < used.size(); i++) {
            CriterionResult other = said.by(used.get(i));
            if (worse(other, worst)) {
                worst = other;
                line = used.get(i);
            }
        }
        return worst.saidBy(line.id());
    }

    private static boolean worse(CriterionResult other, CriterionResult known) {
        int more = Integer.compare(other.verdict().badness(), known.verdict().badness());
        return more > 0 || (more == 0 && remarks(other) > remarks(known));
    }

    private static int remarks(CriterionResult result) {
        return result.reason() == null ? 0 : result.reason().equals("broader") ? 2 : 1;
    }
}
