package org.qibroker.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;

/** Matches a request against the scopes valid on the day of the work. Pure; safe to use from any thread. */
public final class MatchEngine {
    private static final int MOST_CANDIDATES = 50;
    private static final int MOST_NEAR_MISSES = 20;
    private static final int MOST_FAILURES = 2;

    private final MatchRequest request;
    private final ScopeView scopes;
    private final MatchContext context;
    private final BundleRule bundles;

    private MatchEngine(MatchRequest request, ScopeView scopes, MatchContext context) {
        this.request = request;
        this.scopes = scopes;
        this.context = context;
        this.bundles = new BundleRule(request);
    }

    /**
     * Who can serve each item, who nearly can, and what is missing. The best fifty candidates and twenty near misses of
     * an item are named; relaxations are summed up over all, and plans for the whole request made of all.
     */
    public static MatchAnswer match(MatchRequest request, ScopeView scopes, MatchContext context) {
        MatchEngine engine = new MatchEngine(request, scopes, context);
        List<ItemAnswer> items = request.items().stream().map(engine::answer).toList();
        return new MatchAnswer(items, engine.bundles.plans());
    }

    private ItemAnswer answer(ItemSpec spec) {
        AskedItem item = AskedItem.of(spec, context.reference().units());
        Gates gates = new Gates(item, context.reference().thesaurus());
        List<Capability> lines = scopes.linesOfSubjectKeys(spec.family(), gates.subjectKeys(), context.day());
        List<Evaluation> candidates = new ArrayList<>();
        List<Evaluation> misses = new ArrayList<>();
        for (Evaluation evaluation : evaluate(item, gates, lines)) {
            (evaluation.failed().isEmpty() ? candidates : misses).add(evaluation);
        }
        misses.sort(Evaluation.ORDER);
        bundles.item(candidates);
        return new ItemAnswer(
                new Ranking(request, context, candidates)
                        .rank(candidates).stream().limit(MOST_CANDIDATES).toList(),
                nearMisses(item, misses),
                new Relaxer(item, context).sums(misses, providers(candidates)),
                gap(spec, lines, candidates, misses));
    }

    private List<Evaluation> evaluate(AskedItem item, Gates gates, List<Capability> lines) {
        Map<UUID, List<Capability>> bySite = new LinkedHashMap<>();
        lines.forEach(line ->
                bySite.computeIfAbsent(line.siteId(), id -> new ArrayList<>()).add(line));
        List<Evaluation> evaluations = new ArrayList<>();
        bySite.forEach((site, ofSite) -> evaluate(item, gates, ofSite, evaluations));
        return evaluations;
    }

    private void evaluate(AskedItem item, Gates gates, List<Capability> ofSite, List<Evaluation> evaluations) {
        Capability any = ofSite.get(0);
        Provider provider = scopes.provider(any.providerId());
        Evaluation.Place place =
                new Evaluation.Place(provider, provider.site(any.siteId()).orElseThrow());
        SiteRule rule = new SiteRule(item, request, context, place);
        List<Line> past = new ArrayList<>();
        ofSite.stream().map(new KindReading(item)::read).forEach(line -> gates.pass(line)
                .ifPresent(passed -> past.add(rule.line(line, passed))));
        if (!past.isEmpty()) {
            evaluations.add(rule.best(past));
        }
    }

    private static Set<UUID> providers(List<Evaluation> candidates) {
        return candidates.stream().map(e -> e.place().provider().id()).collect(Collectors.toSet());
    }

    private List<NearMiss> nearMisses(AskedItem item, List<Evaluation> misses) {
        Relaxer relaxer = new Relaxer(item, context);
        return misses.stream()
                .filter(miss -> miss.failed().size() <= MOST_FAILURES)
                .limit(MOST_NEAR_MISSES)
                .map(miss -> nearMiss(miss, relaxer))
                .toList();
    }

    private static NearMiss nearMiss(Evaluation miss, Relaxer relaxer) {
        return new NearMiss(
                miss.place().provider().id(),
                miss.place().provider().nameZh(),
                miss.place().site().id(),
                miss.place().site().nameZh(),
                miss.lineIds(),
                miss.failed(),
                relaxer.needs(miss).stream().map(Relaxer.Need::relaxation).toList(),
                miss.criteria());
    }

    private @Nullable GapVerdict gap(
            ItemSpec spec, List<Capability> lines, List<Evaluation> candidates, List<Evaluation> misses) {
        return candidates.isEmpty() ? new GapRule(spec, scopes, context).judge(lines, misses) : null;
    }
}
