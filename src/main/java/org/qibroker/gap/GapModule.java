package org.qibroker.gap;

import java.util.List;
import org.qibroker.account.Organisations;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemRules;
import org.qibroker.gap.wish.Needs;
import org.qibroker.gap.wish.WantedReader;
import org.qibroker.gap.wish.WishRecorder;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.watch.Watches;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires gaps. */
public final class GapModule {
    private final GapApi api;
    private final GapPages pages;
    private final WishRecorder recorder;

    /**
     * What gaps are made of, and shown with.
     *
     * @param organisations who wishes
     * @param demands what was asked
     * @param watches who waits
     */
    public record Sources(Organisations organisations, Demands demands, Watches watches) {}

    /** Gaps on a platform, compared by these units and words. */
    public GapModule(Platform platform, MatchContext.Reference reference, Sources sources) {
        WantedReader reader = new WantedReader(reference.units(), reference.thesaurus());
        Gaps gaps = new Gaps(platform, sources.organisations(), new Needs(reference.units()));
        GapChanges changes = new GapChanges(platform, gaps);
        Corrections corrections = new Corrections(changes);
        MeToos meToos = new MeToos(changes, sources.organisations(), reader, new ItemRules(reference.units()));
        this.recorder = new WishRecorder(reader, sources.demands(), sources.organisations());
        this.api = new GapApi(gaps, corrections, meToos, platform.messages());
        this.pages = new GapPages(gaps, new GapForms(corrections, meToos), sources);
    }

    /** Binds the operations on gaps. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the public list, the region's list and the page of a gap. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }

    /** What follows from the log of matches. */
    public List<Projection> projections() {
        return List.of(recorder);
    }
}
