package org.qibroker.matching;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandState;
import org.qibroker.demand.Preset;
import org.qibroker.matching.understanding.Reading;
import org.qibroker.matching.understanding.Understanding;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The page of a demand with its match, and the answer to a sentence. */
final class MatchPages {
    private static final int LONGEST_SENTENCE = 2000;
    private static final RateLimiter.Limit OFTEN = new RateLimiter.Limit(120, Duration.ofMillis(250));

    private final Matching matching;
    private final Submissions submissions;
    private final Understanding understanding;
    private final MatchViews views;
    private final RateLimiter limiter;

    MatchPages(
            Matching matching,
            Submissions submissions,
            Understanding understanding,
            MatchViews views,
            Platform platform) {
        this.matching = matching;
        this.submissions = submissions;
        this.understanding = understanding;
        this.views = views;
        this.limiter = RateLimiter.shared(platform.vertx(), "match-page", platform.clock(), OFTEN);
    }

    void mount(PageRouter pages) {
        pages.get("/match", Access.PUBLIC, this::sentence);
        pages.get("/demands/:id", Access.of(Role.ENTERPRISE, Role.COORDINATOR), this::demand);
        pages.post("/demands/:id/submission", Access.of(Role.ENTERPRISE), this::submit);
    }

    private Future<View> sentence(PageCall call) {
        limiter.check(call.remoteAddress());
        String text = call.query("q").orElse("");
        String asked = text.length() > LONGEST_SENTENCE ? text.substring(0, LONGEST_SENTENCE) : text;
        Reading reading = Relaxed.apply(understanding.read(asked), call.queryAll("relax"), views.units());
        Future<MatchAnswer> answer = reading.items().isEmpty()
                ? Future.succeededFuture(new MatchAnswer(List.of(), List.of()))
                : matching.match(MatchRequest.of(reading));
        List<ResultPage.Field> kept = new ArrayList<>();
        kept.add(new ResultPage.Field("q", asked));
        call.queryAll("relax").forEach(relax -> kept.add(new ResultPage.Field("relax", relax)));
        ResultPage result = ResultPage.of("/match", kept, call.inputs(), Preset.BALANCED);
        return answer.map(found -> views.show(
                        call,
                        result,
                        new MatchViews.Match(reading.items(), found),
                        "matching/sentence.jte",
                        Map.of("sentence", asked, "reading", reading)))
                .recover(refusal -> unreadable(refusal, asked, result));
    }

    private Future<View> unreadable(Throwable refusal, String asked, ResultPage result) {
        Reading nothing = Reading.nothing(asked);
        return refusal instanceof Refusal
                ? Future.succeededFuture(View.page(
                        "matching/sentence.jte",
                        Map.of(
                                "sentence",
                                asked,
                                "reading",
                                nothing,
                                "result",
                                result,
                                "view",
                                views.of(List.of(), new MatchAnswer(List.of(), List.of())))))
                : Future.failedFuture(refusal);
    }

    private Future<View> demand(PageCall call) {
        return views.demand(call.id("id"), call.caller()).compose(demand -> shown(demand, call));
    }

    private Future<View> shown(Demand demand, PageCall call) {
        boolean unmatched = demand.submittedAt() == null && demand.state() != DemandState.DRAFT;
        Future<MatchAnswer> answer =
                unmatched ? Future.succeededFuture(new MatchAnswer(List.of(), List.of())) : matching.kept(demand);
        return answer.compose(found -> views.enterprise(demand).map(enterprise -> {
            Map<String, Object> params = new HashMap<>();
            params.put("demand", demand);
            params.put("enterprise", enterprise);
            params.put("own", call.caller().belongsTo(demand.enterpriseId()));
            Preset preset = demand.wishes().preset();
            ResultPage result = ResultPage.of(
                    "/demands/" + demand.id(), List.of(), call.inputs(), preset == null ? Preset.BALANCED : preset);
            MatchViews.Match match = new MatchViews.Match(demand.specs(), found);
            return views.show(call, result, match, "matching/demand.jte", params);
        }));
    }

    private Future<View> submit(PageCall call) {
        UUID id = call.id("id");
        long version = call.form().inputs().integer("version").orElse(0);
        return submissions.submit(id, version, call.caller()).map(done -> View.seeOther("/demands/" + id)
                .flash("matching.flash.submitted"));
    }
}
