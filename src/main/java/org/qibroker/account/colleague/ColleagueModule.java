package org.qibroker.account.colleague;

import org.qibroker.account.Accounts;
import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires colleagues. */
public final class ColleagueModule {
    private final ColleagueApi api;
    private final ColleaguePages pages;

    /** Colleagues with accounts. */
    public ColleagueModule(Platform platform, Accounts accounts, Organisations organisations) {
        Colleagues colleagues = new Colleagues(platform, accounts, organisations);
        this.api = new ColleagueApi(colleagues);
        this.pages = new ColleaguePages(colleagues);
    }

    /** Binds the operations of colleagues and invitations. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the list of colleagues, and the page of an invitation. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
