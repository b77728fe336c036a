package org.qibroker.matching.candidates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Located;
import org.qibroker.catalog.index.Place;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Stretch;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.unit.QuantityKind;

/** Judges the lines of a site that passed the gates: joins what can be joined and takes what answers best. */
final class SiteRule {
    private final ItemScan scan;
    private final JoinRule joins;
    private final @Nullable String rangeText;

    SiteRule(ItemScan scan) {
        this.scan = scan;
        this.joins = new JoinRule(this, scan.request());
        this.rangeText = scan.item().rangeText();
    }

    /** The best that the lines of one site, at least one, do together. */
    Evaluation best(Line[] lines) {
        Evaluation best = null;
        int joinable = 0;
        for (Line line : lines) {
            if (scan.item().rangeAsked() && line.hasRange()) {
                lines[joinable++] = line;
            } else {
                best = better(best, alone(line));
            }
        }
        for (Line[] group : groups(Arrays.copyOf(lines, joinable))) {
            best = better(best, joins.together(scan.judge().asked(group[0].kind()), group));
        }
        return Objects.requireNonNull(best);
    }

    static Evaluation better(@Nullable Evaluation best, Evaluation other) {
        return best == null || Evaluation.compare(other, best) < 0 ? other : best;
    }

    private static List<Line[]> groups(Line[] lines) {
        boolean one = true;
        for (Line line : lines) {
            one &= line.group() == lines[0].group();
        }
        if (one) {
            return lines.length == 0 ? List.of() : List.<Line[]>of(lines);
        }
        Map<Long, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            groups.computeIfAbsent(line.group(), g -> new ArrayList<>()).add(line);
        }
        return groups.values().stream().map(group -> group.toArray(Line[]::new)).toList();
    }

    private Evaluation alone(Line line) {
        UncertaintyRule rule = scan.judge().asked(line.kind()).uncertainty();
        return new Evaluation(this, List.of(line), null, rule.find(line), rule);
    }

    Located place(int number) {
        return scan.place(number);
    }

    Place placed(int number) {
        return scan.placed(number);
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
        boolean marked = scan.judge().asksMarks();
        LocalDate finish = marked
                ? LineRules.finish(used, Offer.finish(used), scan.context())
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
        return Offer.of(used, Offer.pieces(scan.item().spec()));
    }

    /** Which line serves which part. */
    List<Stretch> stretches(Evaluation found) {
        return Joints.of(scan.item(), uncertainty(found), found);
    }

    private UncertaintyRule uncertainty(Evaluation found) {
        return scan.judge().asked(found.found().line().kind()).uncertainty();
    }

    /** The proof of what was found. */
    List<CriterionResult> proof(Evaluation found) {
        LineRules rules =
                new LineRules(scan.item(), scan.context(), found.place().provider());
        List<Line> used = found.used();
        List<CriterionResult> criteria = new ArrayList<>(rules.gates(used));
        criteria.add(rangeProof(found));
        criteria.add(uncertainty(found).judge(found.found()));
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
                rangeText,
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
                asked ? rangeText : null,
                text,
                reason,
                Evidence.of(line.id(), text),
                null);
    }
}
