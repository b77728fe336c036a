package org.qibroker.matching;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.qibroker.account.Organisations;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demands;
import org.qibroker.matching.fairness.FairnessModule;
import org.qibroker.matching.pages.DemandPage;
import org.qibroker.matching.pages.MatchPages;
import org.qibroker.matching.pages.MatchViews;
import org.qibroker.matching.rank.RecordKeeper;
import org.qibroker.matching.table.TableReader;
import org.qibroker.matching.understanding.Understanding;
import org.qibroker.matching.watch.WatchModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.resource.Capacity;

/** Wires matching. */
public final class MatchingModule {
    private final Matching matching;
    private final Submissions submissions;
    private final MatchViews views;
    private final MatchApi api;
    private final SuggestionApi suggestions;
    private final MatchPages pages;
    private final DemandPage demandPage;
    private final WatchModule watch;
    private final FairnessModule fairness;

    /**
     * What there is to match with.
     *
     * @param scopes gives the scopes of the moment
     * @param capacity what is left of it
     * @param suggestions subjects for what is being typed
     */
    public record Supply(Supplier<ScopeView> scopes, Capacity capacity, SubjectSuggestions suggestions) {}

    /**
     * Matching on a platform.
     *
     * @param demands what is submitted
     * @param organisations names of enterprises, for coordinators
     */
    public MatchingModule(
            Platform platform,
            MatchContext.Reference reference,
            Supply supply,
            Demands demands,
            Organisations organisations) {
        Supplier<ScopeView> scopes = supply.scopes();
        Understanding understanding = reference.understanding(scopes, platform.clock());
        this.matching = new Matching(platform, reference, scopes, demands, supply.capacity());
        this.watch = new WatchModule(platform, demands, matching, scopes);
        this.fairness = new FairnessModule(platform);
        this.submissions = new Submissions(platform, demands, matching);
        this.api = new MatchApi(
                platform, matching, submissions, understanding, new TableReader(understanding, reference.units()));
        this.views = new MatchViews(scopes, demands, organisations, reference, platform.messages());
        this.pages = new MatchPages(matching, understanding, views, platform);
        this.demandPage = new DemandPage(matching, submissions, views, watch.watches());
        this.suggestions = new SuggestionApi(platform, supply.suggestions());
    }

    /** Binds match, submitDemand, getDemandMatches, understand and listSubjects. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        suggestions.bind(binder);
        watch.bind(binder);
        fairness.bind(binder);
    }

    /** Mounts the page of a demand and the answer to a sentence. */
    public void mount(PageRouter router) {
        pages.mount(router);
        demandPage.mount(router);
        watch.mount(router);
        fairness.mount(router);
    }

    /** What follows from the log of matches and bookings. */
    public List<Projection> projections() {
        return Stream.concat(Stream.of(new RecordKeeper()), fairness.projections().stream())
                .toList();
    }

    /** Who waits for what. */
    public WatchModule watch() {
        return watch;
    }

    /** Matching for others. */
    public Matching matching() {
        return matching;
    }

    /** Pages of matches for others. */
    public MatchViews views() {
        return views;
    }

    /** Submitting for others. */
    public Submissions submissions() {
        return submissions;
    }
}
