package org.qibroker.gap.invitation;

import org.qibroker.account.Organisations;
import org.qibroker.gap.GapPages;
import org.qibroker.gap.Gaps;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires invitations. */
public final class InvitationModule {
    private final InvitationApi api;
    private final InvitationPages pages;

    /** Invitations to these gaps, answered on their pages. */
    public InvitationModule(
            Platform platform, Invitations invitations, Gaps gaps, GapPages pages, Organisations organisations) {
        this.api = new InvitationApi(invitations, gaps, platform.idempotency());
        this.pages = new InvitationPages(invitations, gaps, pages, organisations);
    }

    /** Binds inviteProviders, listGapInvitations, listInvitations and answerInvitation. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts a provider's list, and what is sent from the page of a gap. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
