package org.qibroker.matching.share;

import org.qibroker.demand.Demands;
import org.qibroker.matching.MatchingModule;
import org.qibroker.matching.answer.AnswerWriter;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires the sharing of matches. */
public final class ShareModule {
    private final ShareApi api;
    private final SharePages pages;

    /** Sharing of what demands were answered. */
    public ShareModule(Platform platform, Demands demands, MatchingModule matching) {
        Shares shares = new Shares(platform, demands, matching.matching());
        this.api = new ShareApi(
                shares, platform.vertx(), new AnswerWriter(matching.matching().texts()));
        this.pages = new SharePages(shares, matching.views());
    }

    /** Binds createShare, listShares, revokeShare and getSharedMatch. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the page of links and the page that a link opens. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
