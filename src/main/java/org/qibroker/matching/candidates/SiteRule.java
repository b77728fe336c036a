package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;

/** Judges the lines of one site that passed the gates: joins what can be joined and takes what answers best. */
final class SiteRule {
    private final ItemScan scan;
    private final Evaluation.Place place;

    SiteRule(ItemScan scan, Evaluation.Place place) {
        this.scan = scan;
        this.place = place;
    }

    Evaluation.Place place() {
        return place;
    }

    /** The best that the lines, at least one, do together. */
    Evaluation best(List<Line> lines) {
        Evaluation best = null;
        List<Line> joinable = new ArrayList<>(lines.size());
        for (Line line : lines) {
            if (scan.item().rangeAsked() && line.base() != null) {
                joinable.add(line);
            } else {
                best = better(best, alone(line));
            }
        }
        for (List<Line> group : groups(joinable)) {
            best = better(best, together(scan.kind(group.get(0).kind()), group));
        }
        return Objects.requireNonNull(best);
    }

    private static Evaluation better(@Nullable Evaluation best, Evaluation other) {
        return best == null || Evaluation.ORDER.compare(other, best) < 0 ? other : best;
    }

    private static Collection<List<Line>> groups(List<Line> lines) {
        boolean one = true;
        for (Line line : lines) {
            one &= line.group() == lines.get(0).group();
        }
        if (one) {
            return lines.isEmpty() ? List.of() : List.of(lines);
        }
        Map<Long, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line ->
                groups.computeIfAbsent(line.group(), g -> new ArrayList<>()).add(line));
        return groups.values();
    }

    private Evaluation alone(Line line) {
        UncertaintyRule rule = scan.kind(line.kind()).uncertainty();
        return new Evaluation(this, List.of(line), null, rule.find(line), rule);
    }

    /** What lines do together; if that fails, and time or money is short, also without those that are late or dear. */
    private Evaluation together(KindAsked asked, List<Line> lines) {
        Evaluation plain = plain(asked, lines);
        Evaluation best = plain != null ? plain : joined(asked, ordered(lines), true);
        MatchRequest request = scan.request();
        boolean bargained = request.neededBy() != null || request.budget() != null;
        if (best == null || best.failures() == 0 || !bargained) {
            return Objects.requireNonNull(best);
        }
        List<Line> met = lines.stream()
                .filter(line -> Offer.meets(line, request, pieces(), scan.context()))
                .toList();
        Evaluation other = met.isEmpty() ? null : joined(asked, ordered(met), false);
        return other == null ? best : better(best, other);
    }

    /** The better of two ways to join lines; where none meets what is asked the best of them, if that is wanted. */
    private @Nullable Evaluation joined(KindAsked asked, List<Line> ordered, boolean outside) {
        Preference preference = new Preference(asked.uncertainty());
        Coverage coverage = Coverage.of(asked.range(), asked.points(), ordered, preference::byTerms);
        if (coverage.used().isEmpty()) {
            return outside ? outside(asked, ordered, coverage) : null;
        }
        Coverage finer = Coverage.of(asked.range(), asked.points(), ordered, preference::byUncertainty);
        return better(inside(asked, coverage), inside(asked, finer));
    }

    private int pieces() {
        Integer pieces = scan.item().spec().pieces();
        return pieces == null ? 1 : pieces;
    }

    private static List<Line> ordered(List<Line> lines) {
        if (lines.size() == 1) {
            return lines;
        }
        List<Line> ordered = new ArrayList<>(lines);
        ordered.sort(Comparator.comparingDouble(SiteRule::start).thenComparing(Line::id));
        return ordered;
    }

    /**
     * The answer where it needs no joining: one line covers the whole range and is preferred to all others on any part
     * of it, or none meets the range. {@code null} where that is not plain to see.
     */
    private @Nullable Evaluation plain(KindAsked asked, List<Line> lines) {
        Interval range = asked.plain();
        if (range == null) {
            return null;
        }
        Preference preference = new Preference(asked.uncertainty());
        Line best = null;
        boolean outside = true;
        for (Line line : lines) {
            Interval base = Objects.requireNonNull(line.base());
            outside &= base.intersect(range).isEmpty();
            boolean first = base.covers(range) && (best == null || preference.byTerms(line, best, range));
            best = first ? line : best;
        }
        if (outside) {
            return outside(asked, ordered(lines), Coverage.nothing(range));
        }
        return best == null || !preference.undisputed(best, lines, range)
                ? null
                : inside(asked, Coverage.whole(range, best));
    }

    private static double start(Line line) {
        Interval base = Objects.requireNonNull(line.base());
        return base.lower() == null ? Double.NEGATIVE_INFINITY : base.lower().value();
    }

    private Evaluation inside(KindAsked asked, Coverage coverage) {
        UncertaintyRule rule = asked.uncertainty();
        return new Evaluation(this, coverage.used(), coverage, rule.find(coverage), rule);
    }

    private Evaluation outside(KindAsked asked, List<Line> ordered, Coverage coverage) {
        Evaluation best = null;
        for (Line line : ordered) {
            UncertaintyRule rule = asked.uncertainty();
            best = better(best, new Evaluation(this, List.of(line), coverage, rule.outside(line), rule));
        }
        return Objects.requireNonNull(best);
    }

    /** All verdicts but that on the uncertainty. */
    long verdicts(Evaluation found) {
        MatchRequest request = scan.request();
        long verdicts = ofLines(found) | Verdicts.of(Criterion.RANGE, range(found));
        if (request.neededBy() != null) {
            verdicts |= Verdicts.of(
                    Criterion.DEADLINE,
                    BargainRule.deadline(request.neededBy(), found.offer()).verdict());
        }
        return request.budget() == null
                ? verdicts
                : verdicts
                        | Verdicts.of(
                                Criterion.BUDGET,
                                BargainRule.budget(request.budget(), found.offer())
                                        .verdict());
    }

    private long ofLines(Evaluation found) {
        List<Line> used = found.used();
        if (used.size() == 1) {
            return used.get(0).verdicts();
        }
        List<String> marks = scan.item().spec().marks();
        boolean marked = marks != null && !marks.isEmpty();
        LocalDate finish = marked
                ? new LineRules(scan.item(), scan.context(), place.provider())
                        .finish(used, found.offer().finish())
                : scan.context().day();
        long worst = Verdicts.NONE;
        for (Line line : used) {
            worst = Verdicts.worst(worst, marked ? line.verdicts(finish) : line.verdicts());
        }
        return worst;
    }

    private Verdict range(Evaluation found) {
        Coverage coverage = found.coverage();
        if (coverage != null) {
            return coverage.verdict();
        }
        return scan.item().rangeAsked() ? Verdict.UNDECIDABLE : Verdict.NOT_ASKED;
    }

    /** What lines offer. */
    Offer offer(List<Line> used) {
        return Offer.of(used, pieces(), scan.context());
    }

    /** The proof of what was found. */
    List<CriterionResult> proof(Evaluation found) {
        LineRules rules = new LineRules(scan.item(), scan.context(), place.provider());
        List<Line> used = found.used();
        List<CriterionResult> criteria = new ArrayList<>(rules.gates(used));
        criteria.add(rangeProof(found));
        criteria.add(scan.kind(found.found().line().kind()).uncertainty().judge(found.found()));
        criteria.addAll(rules.terms(used, found.offer().finish()));
        criteria.add(BargainRule.deadline(scan.request().neededBy(), found.offer()));
        criteria.add(BargainRule.budget(scan.request().budget(), found.offer()));
        criteria.sort(Comparator.comparing(CriterionResult::criterion));
        return List.copyOf(criteria);
    }

    /** The proof of the range alone. */
    CriterionResult rangeProof(Evaluation found) {
        Coverage coverage = found.coverage();
        List<Line> used = found.used();
        if (coverage == null) {
            return textProof(used.get(0));
        }
        QuantityKind kind = Objects.requireNonNull(used.get(0).kind());
        List<String> offered = used.stream()
                .map(line -> Texts.range(
                        Objects.requireNonNull(line.base()),
                        scan.item()
                                .shown(
                                        kind,
                                        Objects.requireNonNull(line.range()).unit())))
                .distinct()
                .toList();
        Verdict verdict = coverage.verdict();
        String reason =
                switch (verdict) {
                    case PARTLY -> "part-of-range";
                    case NOT_COVERED -> "outside";
                    default -> used.size() > 1 ? "joined" : null;
                };
        return new CriterionResult(
                Criterion.RANGE,
                verdict,
                scan.item().rangeText(),
                String.join("; ", offered),
                reason,
                Evidence.of(used.get(0).id()),
                null);
    }

    private CriterionResult textProof(Line line) {
        String text = line.capability().measured().rangeText();
        boolean asked = scan.item().rangeAsked();
        String reason = !asked ? null : text == null ? "not-said" : "text-only";
        return new CriterionResult(
                Criterion.RANGE,
                asked ? Verdict.UNDECIDABLE : Verdict.NOT_ASKED,
                asked ? scan.item().rangeText() : null,
                text,
                reason,
                Evidence.of(line.id(), text),
                null);
    }
}
