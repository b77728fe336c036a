package org.qibroker.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.RandomScopes.Case;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Uncertainty;

/**
 * Evaluates the criteria line by line, as slowly and plainly as possible, for the small world of {@link RandomScopes}:
 * lengths in whole multiples of 50 mm. Shares no code with the engine beyond the answer's enums.
 */
final class NaiveOracle {
    private static final Set<String> SUBJECTS = Set.of("数显卡尺", "电子卡尺", "通用卡尺", "卡尺");
    private static final Set<String> PARAMETERS = Set.of("示值误差", "示值");
    private static final double STEP = 0.05;
    private static final double EPSILON = 1e-9;

    private final Case world;
    private final ItemSpec item;
    private final NaiveCriteria criteria;

    NaiveOracle(Case world) {
        this.world = world;
        this.item = world.request().items().get(0);
        this.criteria = new NaiveCriteria(item);
    }

    /** One way in which a site could serve the item. */
    record Way(Map<Criterion, Verdict> verdicts, Set<UUID> lines) {
        long failures() {
            return verdicts.entrySet().stream()
                    .filter(e -> e.getValue() == Verdict.NOT_COVERED
                            || (e.getValue() == Verdict.PARTLY && e.getKey() != Criterion.METHOD))
                    .count();
        }

        long open() {
            return verdicts.entrySet().stream()
                    .filter(e -> e.getValue() == Verdict.UNDECIDABLE
                            || (e.getValue() == Verdict.PARTLY && e.getKey() == Criterion.METHOD))
                    .count();
        }
    }

    /** All ways of each site that has a line past the gates. */
    Map<UUID, List<Way>> ways() {
        Map<UUID, List<Way>> ways = new LinkedHashMap<>();
        for (Provider provider : world.providers()) {
            List<Capability> past = world.lines().stream()
                    .filter(line -> line.providerId().equals(provider.id()) && past(line))
                    .toList();
            if (!past.isEmpty()) {
                ways.put(provider.id(), ways(provider, past));
            }
        }
        return ways;
    }

    private boolean past(Capability line) {
        boolean subject = SUBJECTS.contains(line.service().subject());
        boolean service = item.serviceKind() == null
                || item.serviceKind() == line.service().kind();
        boolean parameter = item.parameter() == null
                || line.service().parameter().isEmpty()
                || PARAMETERS.contains(line.service().parameter());
        return subject && service && parameter;
    }

    private List<Way> ways(Provider provider, List<Capability> past) {
        List<Way> ways = new ArrayList<>();
        Map<String, List<Capability>> groups = new LinkedHashMap<>();
        for (Capability line : past) {
            if (item.range() != null && line.measured().range() != null) {
                groups.computeIfAbsent(
                                (item.serviceKind() == null ? line.service().kind() : "") + "/"
                                        + (item.parameter() == null
                                                ? line.service().parameter()
                                                : ""),
                                k -> new ArrayList<>())
                        .add(line);
            } else {
                Interval all = line.measured().range() == null
                        ? Interval.ALL
                        : line.measured().range().inBase();
                ways.add(way(
                        provider,
                        Set.of(line),
                        item.range() == null ? Verdict.NOT_ASKED : Verdict.UNDECIDABLE,
                        uncertainty(line, all)));
            }
        }
        groups.values().forEach(group -> {
            ways.addAll(joined(provider, group, false));
            ways.addAll(joined(provider, group, true));
            List<Capability> met = group.stream().filter(this::bargained).toList();
            Stream.of(false, true)
                    .flatMap(fine -> joined(provider, met, fine).stream())
                    .filter(way -> way.verdicts().get(Criterion.RANGE) != Verdict.NOT_COVERED)
                    .forEach(ways::add);
        });
        return ways;
    }

    private boolean bargained(Capability line) {
        MatchRequest request = world.request();
        return (request.neededBy() == null
                        || criteria.deadline(Set.of(line), request.neededBy()) != Verdict.NOT_COVERED)
                && (request.budget() == null
                        || criteria.budget(Set.of(line), request.budget().amount()) != Verdict.NOT_COVERED);
    }

    /** Walks over the range asked, value by value and gap by gap; if no line serves any of it, each is a way. */
    private List<Way> joined(Provider provider, List<Capability> group, boolean fine) {
        double from = item.range().min() / 1000;
        double to = item.range().max() / 1000;
        Set<Capability> used = new LinkedHashSet<>();
        Verdict uncertainty = Verdict.NOT_ASKED;
        int served = 0;
        int cells = 0;
        for (double at = from; at <= to + EPSILON; at += STEP / 2) {
            boolean cut = NaiveRanges.isEnd(at, from) || NaiveRanges.isEnd(at, to) || NaiveRanges.endsAt(group, at);
            double end = cut ? at : NaiveRanges.endOfPart(group, at, to);
            cells++;
            Capability best = null;
            for (Capability line : group) {
                if (NaiveRanges.holds(line, at) && (best == null || better(provider, line, best, end, fine))) {
                    best = line;
                }
            }
            if (best != null) {
                served++;
                used.add(best);
                uncertainty = NaiveCriteria.worse(uncertainty, uncertainty(best, Interval.point(end)));
            }
        }
        Verdict range = served == 0 ? Verdict.NOT_COVERED : served == cells ? Verdict.COVERED : Verdict.PARTLY;
        if (served == 0) {
            Verdict beyond = asksUncertainty() ? Verdict.UNDECIDABLE : Verdict.NOT_ASKED;
            return group.stream()
                    .map(line -> way(provider, Set.of(line), range, beyond))
                    .toList();
        }
        return List.of(way(provider, used, range, uncertainty));
    }

    private boolean better(Provider provider, Capability a, Capability b, double end, boolean fine) {
        boolean one = tooLarge(a, end);
        if (fine && one != tooLarge(b, end)) {
            return !one;
        }
        return compare(provider, a, b, at(a, end), at(b, end)) < 0;
    }

    private boolean tooLarge(Capability line, double end) {
        return uncertainty(line, Interval.point(end)) == Verdict.NOT_COVERED;
    }

    /** Fewer failures, fewer open questions, smaller uncertainty, longer range, earlier start, id. */
    private int compare(Provider provider, Capability a, Capability b, double ua, double ub) {
        Way one = way(provider, Set.of(a), Verdict.NOT_ASKED, Verdict.NOT_ASKED, false);
        Way two = way(provider, Set.of(b), Verdict.NOT_ASKED, Verdict.NOT_ASKED, false);
        int byWay = Long.compare(one.failures() * 100 + one.open(), two.failures() * 100 + two.open());
        if (byWay != 0) {
            return byWay;
        }
        boolean oneUnknown = Double.isInfinite(ua) != Double.isInfinite(ub);
        if (ua != ub && (oneUnknown || Math.abs(ua - ub) > EPSILON * Math.max(ua, ub))) {
            return Double.compare(ua, ub);
        }
        Interval ra = a.measured().range().inBase();
        Interval rb = b.measured().range().inBase();
        if (ra.length() != rb.length() && Math.abs(ra.length() - rb.length()) > EPSILON) {
            return Double.compare(rb.length(), ra.length());
        }
        double sa = ra.lower() == null ? Double.NEGATIVE_INFINITY : ra.lower().value();
        double sb = rb.lower() == null ? Double.NEGATIVE_INFINITY : rb.lower().value();
        return sa == sb || Math.abs(sa - sb) < EPSILON ? a.id().compareTo(b.id()) : Double.compare(sa, sb);
    }

    private double at(Capability line, double value) {
        Uncertainty u = line.measured().uncertainty();
        double asked = item.coverageFactor() == null ? 2 : item.coverageFactor();
        return u.at(value).isEmpty()
                ? Double.POSITIVE_INFINITY
                : u.at(value).getAsDouble() * asked / u.coverageFactor();
    }

    private boolean asksUncertainty() {
        return item.maxUncertainty() != null || item.tolerance() != null;
    }

    private Verdict uncertainty(Capability line, Interval over) {
        if (!asksUncertainty()) {
            return Verdict.NOT_ASKED;
        }
        Uncertainty u = line.measured().uncertainty();
        boolean constant = u.form() == Uncertainty.Form.CONSTANT;
        if (u.form() == Uncertainty.Form.TEXT
                || (item.range() != null && line.measured().range() == null && !constant)) {
            return Verdict.UNDECIDABLE;
        }
        if ((over.lower() == null || over.upper() == null) && !constant) {
            return Verdict.UNDECIDABLE;
        }
        double limit = (item.tolerance() == null
                        ? item.maxUncertainty().value()
                        : item.tolerance().value() / 3)
                / 1000;
        double worst = constant
                ? at(line, 1)
                : Math.max(at(line, over.lower().value()), at(line, over.upper().value()));
        return worst <= limit * (1 + EPSILON) ? Verdict.COVERED : Verdict.NOT_COVERED;
    }

    private Way way(Provider provider, Set<Capability> lines, Verdict range, Verdict uncertainty) {
        return way(provider, lines, range, uncertainty, true);
    }

    private Way way(Provider provider, Set<Capability> lines, Verdict range, Verdict uncertainty, boolean whole) {
        Map<Criterion, Verdict> verdicts = new EnumMap<>(Criterion.class);
        LocalDate finish =
                lines.stream().map(criteria::finish).max(LocalDate::compareTo).orElseThrow();
        boolean known = lines.stream().allMatch(criteria::finishKnown);
        verdicts.put(Criterion.RANGE, range);
        verdicts.put(Criterion.UNCERTAINTY, uncertainty);
        for (Capability line : lines) {
            boolean silent =
                    item.parameter() != null && line.service().parameter().isEmpty();
            merge(
                    verdicts,
                    Criterion.PARAMETER,
                    silent ? Verdict.UNDECIDABLE : item.parameter() == null ? Verdict.NOT_ASKED : Verdict.COVERED);
            merge(verdicts, Criterion.CONDITIONS, criteria.conditions(line));
            merge(verdicts, Criterion.METHOD, criteria.method(line));
            merge(
                    verdicts,
                    Criterion.MARK,
                    criteria.mark(provider, line, whole && known ? finish : criteria.finish(line)));
            boolean asked = Boolean.TRUE.equals(item.onSite());
            merge(
                    verdicts,
                    Criterion.ONSITE,
                    !asked ? Verdict.NOT_ASKED : line.terms().onSite() ? Verdict.COVERED : Verdict.NOT_COVERED);
            merge(verdicts, Criterion.LIMITATION, line.limitation() == null ? Verdict.NOT_ASKED : Verdict.UNDECIDABLE);
        }
        LocalDate needed = world.request().neededBy();
        if (whole && needed != null) {
            verdicts.put(Criterion.DEADLINE, criteria.deadline(lines, needed));
        }
        if (whole && world.request().budget() != null) {
            verdicts.put(
                    Criterion.BUDGET,
                    criteria.budget(lines, world.request().budget().amount()));
        }
        return new Way(verdicts, lines.stream().map(Capability::id).collect(Collectors.toSet()));
    }

    private static void merge(Map<Criterion, Verdict> verdicts, Criterion criterion, Verdict verdict) {
        verdicts.merge(criterion, verdict, NaiveCriteria::worse);
    }
}
