package org.qibroker.gap;

import java.util.List;
import java.util.function.Supplier;
import org.qibroker.account.Organisations;
import org.qibroker.account.profile.Industries;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemRules;
import org.qibroker.gap.invitation.InvitationModule;
import org.qibroker.gap.invitation.Invitations;
import org.qibroker.gap.map.IndustryKeeper;
import org.qibroker.gap.offer.Offers;
import org.qibroker.gap.wish.Needs;
import org.qibroker.gap.wish.WantedReader;
import org.qibroker.gap.wish.WishRecorder;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchingModule;
import org.qibroker.matching.watch.ScopeClock;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires gaps. */
public final class GapModule {
    private final Platform platform;
    private final Sources sources;
    private final GapApi api;
    private final GapPages pages;
    private final InvitationModule invitation;
    private final WishRecorder recorder;
    private final GapRounds rounds;
    private final Gaps gaps;
    private final Invitations invitations;

    /**
     * What gaps are made of, and shown with.
     *
     * @param organisations who wishes
     * @param industries what there is to be of
     * @param demands what was asked
     * @param scopes what there is
     */
    public record Sources(
            Organisations organisations,
            Industries industries,
            Demands demands,
            MatchingModule matching,
            Supplier<ScopeView> scopes) {}

    /** Gaps on a platform, compared by these units and words. */
    public GapModule(Platform platform, MatchContext.Reference reference, Sources sources) {
        this.platform = platform;
        this.sources = sources;
        Organisations organisations = sources.organisations();
        WantedReader wanted = new WantedReader(reference.units(), reference.thesaurus());
        this.recorder = new WishRecorder(wanted, sources.demands(), organisations);
        this.gaps = new Gaps(platform, sources.industries(), new Needs(reference.units()));
        GapChanges changes = new GapChanges(platform);
        Offers offers = new Offers(
                platform, reference, sources.scopes(), sources.matching().matching());
        Closing closing = new Closing(platform, changes, offers);
        this.rounds = new GapRounds(platform, changes, closing, offers);
        Corrections corrections = new Corrections(changes);
        MeToos meToos = new MeToos(changes, organisations, wanted, new ItemRules(reference.units()));
        this.invitations = new Invitations(platform, changes, organisations);
        GapReader reader = new GapReader(gaps, closing, offers, invitations, organisations);
        this.api = new GapApi(gaps, corrections, closing, meToos, new GapApi.Show(reader, platform.messages()));
        this.pages = new GapPages(
                gaps,
                reader,
                new GapForms(corrections, closing, meToos),
                closing,
                sources.matching().watch().watches());
        this.invitation = new InvitationModule(platform, invitations, gaps, pages, organisations);
    }

    /** Binds the operations on gaps and invitations. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        invitation.bind(binder);
    }

    /** Mounts the public list, the region's list, the page of a gap, and a provider's invitations. */
    public void mount(PageRouter router) {
        pages.mount(router);
        invitation.mount(router);
    }

    /** What follows from the log of matches, and of what organisations say of themselves. */
    public List<Projection> projections() {
        return List.of(recorder, new IndustryKeeper());
    }

    /** What looks whether gaps are met by now; it does not run before it is started. */
    public ScopeClock clock() {
        return new ScopeClock(platform, sources.scopes(), "gaps", rounds::round);
    }

    /** Who is asked to close them, for others. */
    public Invitations invitations() {
        return invitations;
    }

    /** Gaps for others. */
    public Gaps gaps() {
        return gaps;
    }
}
