package org.qibroker.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.Interval;
import org.qibroker.measure.QuantityKind;

/** Judges the lines of one site that passed the gates: joins what can be joined and takes what answers best. */
final class SiteRule {
    private final AskedItem item;
    private final MatchRequest request;
    private final MatchContext context;
    private final Evaluation.Place place;
    private final LineRules rules;

    SiteRule(AskedItem item, MatchRequest request, MatchContext context, Evaluation.Place place) {
        this.item = item;
        this.request = request;
        this.context = context;
        this.place = place;
        this.rules = new LineRules(item, context, place.provider());
    }

    /** A line past the gates, with the verdicts that are its own. */
    Line line(Capability capability, List<CriterionResult> gates) {
        QuantityKind kind = Line.kindOf(capability);
        Line bare = new Line(capability, kind, Line.baseOf(capability, kind), gates, List.of());
        LocalDate finish = Offer.finish(bare, context.day(), context.reference().calendar());
        return new Line(capability, kind, bare.base(), gates, rules.judge(capability, finish));
    }

    /** The best that the lines, at least one, do together. */
    Evaluation best(List<Line> lines) {
        List<Evaluation> ways = new ArrayList<>();
        Map<Line.Group, List<Line>> joined = new LinkedHashMap<>();
        for (Line line : lines) {
            if (item.rangeAsked() && line.base() != null) {
                joined.computeIfAbsent(group(line), group -> new ArrayList<>()).add(line);
            } else {
                ways.add(alone(line));
            }
        }
        joined.forEach((group, members) -> ways.add(together(Objects.requireNonNull(group.kind()), members)));
        return ways.stream().min(Evaluation.ORDER).orElseThrow();
    }

    private Line.Group group(Line line) {
        return line.group(item.spec().serviceKind() != null, item.parameterAsked());
    }

    private Evaluation alone(Line line) {
        UncertaintyRule rule = new UncertaintyRule(item, line.kind());
        UncertaintyRule.Found found = rule.find(line);
        CriterionResult range = item.rangeAsked() ? undecidable(line) : shown(line);
        return evaluation(List.of(line), null, range, rule, found);
    }

    private CriterionResult undecidable(Line line) {
        String text = line.capability().measured().rangeText();
        String reason = text == null ? "not-said" : "text-only";
        return new CriterionResult(
                Criterion.RANGE, Verdict.UNDECIDABLE, item.rangeText(), text, reason, Evidence.of(line.id(), text));
    }

    private static CriterionResult shown(Line line) {
        String text = line.capability().measured().rangeText();
        return new CriterionResult(Criterion.RANGE, Verdict.NOT_ASKED, null, text, null, Evidence.of(line.id(), text));
    }

    private Evaluation together(QuantityKind kind, List<Line> lines) {
        UncertaintyRule rule = new UncertaintyRule(item, kind);
        List<Line> ordered = lines.stream()
                .sorted(Comparator.comparing((Line l) -> start(l)).thenComparing(Line::id))
                .toList();
        Preference preference = new Preference(rule);
        Coverage coverage = Coverage.of(item.range(kind), item.points(kind), ordered, preference::byTerms);
        if (coverage.used().isEmpty()) {
            return ordered.stream()
                    .map(line -> outside(kind, line, coverage, rule))
                    .min(Evaluation.ORDER)
                    .orElseThrow();
        }
        Coverage finer = Coverage.of(item.range(kind), item.points(kind), ordered, preference::byUncertainty);
        return Stream.of(coverage, finer)
                .map(way -> inside(kind, way, rule))
                .min(Evaluation.ORDER)
                .orElseThrow();
    }

    private Evaluation inside(QuantityKind kind, Coverage coverage, UncertaintyRule rule) {
        List<Line> used = coverage.used();
        return evaluation(used, coverage, range(kind, used, coverage), rule, rule.find(coverage));
    }

    private static double start(Line line) {
        Interval base = Objects.requireNonNull(line.base());
        return base.lower() == null ? Double.NEGATIVE_INFINITY : base.lower().value();
    }

    private Evaluation outside(QuantityKind kind, Line line, Coverage coverage, UncertaintyRule rule) {
        List<Line> one = List.of(line);
        return evaluation(one, coverage, range(kind, one, coverage), rule, rule.outside(line));
    }

    private CriterionResult range(QuantityKind kind, List<Line> used, Coverage coverage) {
        List<String> offered = used.stream()
                .map(line -> Texts.range(
                        Objects.requireNonNull(line.base()),
                        item.shown(
                                kind,
                                Objects.requireNonNull(
                                                line.capability().measured().range())
                                        .unit())))
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
                item.rangeText(),
                String.join("; ", offered),
                reason,
                Evidence.of(used.get(0).id()));
    }

    private Evaluation evaluation(
            List<Line> used,
            @Nullable Coverage coverage,
            CriterionResult range,
            UncertaintyRule rule,
            UncertaintyRule.Found found) {
        int pieces = item.spec().pieces() == null ? 1 : item.spec().pieces();
        Offer offer = Offer.of(used, pieces, context.day(), context.reference().calendar());
        CriterionResult uncertainty = rule.judge(found);
        List<CriterionResult> criteria = new ArrayList<>(rules.gates(used));
        criteria.add(range);
        criteria.add(uncertainty);
        criteria.addAll(rules.terms(used, offer.finish()));
        criteria.add(BargainRule.deadline(request.neededBy(), offer));
        criteria.add(BargainRule.budget(request.budget(), offer));
        criteria.sort(Comparator.comparing(CriterionResult::criterion));
        double worst = uncertainty.verdict() == Verdict.UNDECIDABLE ? Double.POSITIVE_INFINITY : found.value();
        return new Evaluation(place, used, coverage, criteria, new Evaluation.Known(rule.limit(), worst), offer);
    }
}
