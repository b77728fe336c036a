package org.qibroker.matching.pages;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.Organisation;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Preset;
import org.qibroker.matching.Matching;
import org.qibroker.matching.Submissions;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.relaxation.Changes;
import org.qibroker.matching.relaxation.Relaxing;
import org.qibroker.matching.watch.Watch;
import org.qibroker.matching.watch.Watches;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The page of a demand with its match, from which it is submitted. */
public final class DemandPage {
    private final Matching matching;
    private final Submissions submissions;
    private final MatchViews views;
    private final Watches watches;

    /** The page on these façades. */
    public DemandPage(Matching matching, Submissions submissions, MatchViews views, Watches watches) {
        this.matching = matching;
        this.submissions = submissions;
        this.views = views;
        this.watches = watches;
    }

    /** Mounts the page of a demand. */
    public void mount(PageRouter pages) {
        pages.get("/demands/:id", Access.of(Role.ENTERPRISE, Role.COORDINATOR), this::demand);
        pages.post("/demands/:id/submission", Access.of(Role.ENTERPRISE), this::submit);
        pages.post("/demands/:id/relaxation", Access.of(Role.ENTERPRISE), this::relax);
    }

    private Future<View> demand(PageCall call) {
        return views.demand(call.id("id"), call.caller()).compose(demand -> Future.all(answer(demand), around(demand))
                .map(found -> shown(demand, call, found.resultAt(0), found.resultAt(1))));
    }

    private Future<MatchAnswer> answer(Demand demand) {
        boolean unmatched = demand.submittedAt() == null && demand.state() != DemandState.DRAFT;
        return unmatched ? Future.succeededFuture(new MatchAnswer(List.of(), List.of())) : matching.kept(demand);
    }

    /**
     * What is known of a demand besides its match.
     *
     * @param open places of the items that are not booked
     */
    private record Around(Organisation enterprise, Map<UUID, Watch> watches, Set<Integer> open) {}

    private Future<Around> around(Demand demand) {
        return Future.all(views.enterprise(demand), watches.of(demand), views.open(demand))
                .map(found -> new Around(found.resultAt(0), found.resultAt(1), found.resultAt(2)));
    }

    private View shown(Demand demand, PageCall call, MatchAnswer answer, Around around) {
        Map<String, Object> params = new HashMap<>();
        params.put("demand", demand);
        params.put("enterprise", around.enterprise());
        params.put("own", call.caller().belongsTo(demand.enterpriseId()));
        params.put("watches", around.watches());
        params.put("open", around.open());
        Preset preset = demand.wishes().preset();
        ResultPage result = ResultPage.of(
                "/demands/" + demand.id(), List.of(), call.inputs(), preset == null ? Preset.BALANCED : preset);
        MatchViews.Match match = new MatchViews.Match(demand.specs(), answer);
        return views.show(call, result, match, "matching/demand.jte", params);
    }

    private Future<View> submit(PageCall call) {
        UUID id = call.id("id");
        long version = call.form().inputs().integer("version").orElse(0);
        return submissions.submit(id, version, call.caller()).map(done -> View.seeOther("/demands/" + id)
                .flash("matching.flash.submitted"));
    }

    /** Takes a relaxation over into a draft. */
    private Future<View> relax(PageCall call) {
        UUID id = call.id("id");
        Changes changes =
                Changes.read(call.form().text("relax")).orElseThrow(() -> Refusal.badInput("/relax", "malformed"));
        long version = call.form().inputs().integer("version").orElse(0);
        return views.demand(id, call.caller())
                .map(demand -> Relaxing.draft(demand, changes))
                .compose(draft -> views.rewrite(id, version, draft, call.caller()))
                .map(done -> View.seeOther("/demands/" + id).flash("bundle.flash.relaxed"));
    }
}
