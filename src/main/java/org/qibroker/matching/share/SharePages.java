package org.qibroker.matching.share;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.demand.Preset;
import org.qibroker.matching.pages.MatchViews;
import org.qibroker.matching.pages.ResultPage;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** The page on which an enterprise makes and revokes links to a match, and the page that a link opens. */
final class SharePages {
    private static final Access ENTERPRISE = Access.of(Role.ENTERPRISE);

    private final Shares shares;
    private final MatchViews views;

    SharePages(Shares shares, MatchViews views) {
        this.shares = shares;
        this.views = views;
    }

    void mount(PageRouter pages) {
        pages.get("/demands/:id/shares", ENTERPRISE, this::list);
        pages.post("/demands/:id/shares", ENTERPRISE, this::make);
        pages.post("/demands/:id/shares/:shareId/revocation", ENTERPRISE, this::revoke);
        pages.get("/shared/:token", Access.PUBLIC, this::open);
    }

    private Future<View> list(PageCall call) {
        UUID demandId = call.id("id");
        return shares.list(demandId, call.caller()).map(all -> View.page("matching/shares.jte", shown(demandId, all)));
    }

    private Map<String, Object> shown(UUID demandId, List<Share> all) {
        return Map.of("demandId", demandId, "shares", all, "now", shares.now());
    }

    private Future<View> make(PageCall call) {
        UUID demandId = call.id("id");
        return Future.succeededFuture()
                .map(go -> call.form().inputs().integer("days").orElse(Shares.USUAL_DAYS))
                .compose(days -> shares.make(demandId, days, call.caller()))
                .map(share -> View.seeOther("/demands/" + demandId + "/shares").flash("matching.share.flash.made"))
                .recover(failure -> shares.list(demandId, call.caller())
                        .map(all -> View.refused(failure, "matching/shares.jte", shown(demandId, all))));
    }

    private Future<View> revoke(PageCall call) {
        UUID demandId = call.id("id");
        return shares.revoke(demandId, call.id("shareId"), call.caller())
                .map(done -> View.seeOther("/demands/" + demandId + "/shares").flash("matching.share.flash.revoked"));
    }

    private Future<View> open(PageCall call) {
        return shares.open(call.path("token")).map(opened -> {
            ResultPage result = ResultPage.of(opened.share().path(), List.of(), call.inputs(), Preset.BALANCED);
            MatchViews.Match match =
                    new MatchViews.Match(opened.match().items(), opened.match().answer());
            return views.show(call, result, match, "matching/shared.jte", Map.of("share", opened.share()));
        });
    }
}
