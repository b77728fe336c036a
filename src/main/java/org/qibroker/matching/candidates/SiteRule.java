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
    private final boolean bargained;
    private final int pieces;
    private final @Nullable String rangeText;

    SiteRule(ItemScan scan) {
        Integer asked = scan.item().spec().pieces();
        this.scan = scan;
        this.bargained = scan.request().neededBy() != null || scan.request().budget() != null;
        this.pieces = asked == null ? 1 : asked;
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
            best = better(best, together(scan.judge().asked(group[0].kind()), group));
        }
        return Objects.requireNonNull(best);
    }

    private static Evaluation better(@Nullable Evaluation best, Evaluation other) {
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

    /** What lines do together; if that fails, and time or money is short, also without those that are late or dear. */
    private Evaluation together(KindAsked asked, Line[] lines) {
        Evaluation plain = plain(asked, lines);
        Evaluation best = plain != null ? plain : joined(asked, ordered(lines), true);
        if (best == null || best.failures() == 0 || !bargained) {
            return Objects.requireNonNull(best);
        }
        Line[] met = Arrays.stream(lines)
                .filter(line -> Offer.meets(line, scan.request(), pieces, scan.context()))
                .toArray(Line[]::new);
        Evaluation other = met.length == 0 ? null : joined(asked, ordered(met), false);
        return other == null ? best : better(best, other);
    }

    /** The better of two ways to join lines; where none meets what is asked the best of them, if that is wanted. */
    private @Nullable Evaluation joined(KindAsked asked, Line[] ordered, boolean outside) {
        Coverage coverage = Coverage.of(asked.range(), asked.points(), ordered, Preference.BY_TERMS);
        if (coverage.verdict() == Verdict.NOT_COVERED) {
            return outside ? outside(asked, ordered, coverage) : null;
        }
        Evaluation byTerms = inside(asked, coverage);
        if (!coverage.anyTooUncertain()) {
            return byTerms;
        }
        Coverage finer = Coverage.of(asked.range(), asked.points(), ordered, Preference.BY_UNCERTAINTY);
        return better(byTerms, inside(asked, finer));
    }

    private static Line[] ordered(Line[] lines) {
        if (lines.length == 1) {
            return lines;
        }
        Line[] ordered = lines.clone();
        Arrays.sort(
                ordered,
                Comparator.comparingDouble((Line line) -> line.span().lower()).thenComparing(Line::id));
        return ordered;
    }

    /**
     * The answer where it needs no joining: one line covers the whole range and is preferred to all others on any part
     * of it, or none meets the range. {@code null} where that is not plain to see.
     */
    private @Nullable Evaluation plain(KindAsked asked, Line[] lines) {
        Span range = asked.plain();
        if (range == null) {
            return null;
        }
        Line best = null;
        boolean outside = true;
        for (Line line : lines) {
            outside &= !line.span().meets(range);
            boolean first = line.span().covers(range) && (best == null || Preference.better(line, best));
            best = first ? line : best;
        }
        if (outside) {
            return outside(asked, ordered(lines), Coverage.whole(range, null));
        }
        if (best == null || !undisputed(best, lines, range)) {
            return null;
        }
        UncertaintyRule rule = asked.uncertainty();
        return new Evaluation(
                this, List.of(best), Coverage.whole(range, best), UncertaintyRule.overRange(best, range), rule);
    }

    /** Whether a line that covers a range is preferred to all others on any part of it, either way. */
    private static boolean undisputed(Line line, Line[] lines, Span range) {
        double worst = line.stated().overRange();
        if (Double.isInfinite(worst) && !line.stated().text()) {
            return false;
        }
        boolean preferred = lines.length == 1 || !line.stated().tooLarge(worst);
        for (Line other : lines) {
            preferred &= other == line || !other.span().meets(range) || Preference.everywhere(line, other, range);
        }
        return preferred;
    }

    private Evaluation inside(KindAsked asked, Coverage coverage) {
        UncertaintyRule rule = asked.uncertainty();
        return new Evaluation(this, coverage.used(), coverage, rule.find(coverage), rule);
    }

    private Evaluation outside(KindAsked asked, Line[] ordered, Coverage coverage) {
        Evaluation best = null;
        for (Line line : ordered) {
            UncertaintyRule rule = asked.uncertainty();
            best = better(best, new Evaluation(this, List.of(line), coverage, UncertaintyRule.outside(line), rule));
        }
        return Objects.requireNonNull(best);
    }

    Evaluation.Place place(int number) {
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
        return Offer.of(used, pieces, scan.context());
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
