package org.qibroker.matching.pages;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qibroker.demand.Preset;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.Matching;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.matching.relaxation.SentenceAsked;
import org.qibroker.matching.understanding.Reading;
import org.qibroker.matching.understanding.Understanding;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;

/** The answer to a sentence. */
public final class MatchPages {
    private static final MatchAnswer NOTHING = new MatchAnswer(List.of(), List.of());
    private static final int LONGEST_SENTENCE = 2000;
    private static final RateLimiter.Limit OFTEN = new RateLimiter.Limit(120, Duration.ofMillis(250));

    private final Matching matching;
    private final Understanding understanding;
    private final MatchViews views;
    private final RateLimiter limiter;

    /** The pages on these façades. */
    public MatchPages(Matching matching, Understanding understanding, MatchViews views, Platform platform) {
        this.matching = matching;
        this.understanding = understanding;
        this.views = views;
        this.limiter = RateLimiter.shared(platform.vertx(), "match-page", platform.clock(), OFTEN);
    }

    /** Mounts the answer to a sentence. */
    public void mount(PageRouter pages) {
        pages.get("/match", Access.PUBLIC, this::sentence);
    }

    private Future<View> sentence(PageCall call) {
        limiter.check(call.remoteAddress());
        String text = call.query("q").orElse("");
        String asked = text.length() > LONGEST_SENTENCE ? text.substring(0, LONGEST_SENTENCE) : text;
        Reading reading = understanding.read(asked);
        SentenceAsked relaxed = SentenceAsked.of(asked, MatchRequest.of(reading), call.queryAll("relax"));
        Future<MatchAnswer> answer =
                reading.items().isEmpty() ? Future.succeededFuture(NOTHING) : matching.match(relaxed.request());
        List<ResultPage.Field> kept = new ArrayList<>();
        kept.add(new ResultPage.Field("q", asked));
        relaxed.made().forEach(changes -> kept.add(new ResultPage.Field("relax", changes.text())));
        ResultPage result = ResultPage.of("/match", kept, call.inputs(), Preset.BALANCED);
        return answer.map(found -> views.show(
                        call,
                        result,
                        new MatchViews.Match(relaxed.request().items(), found),
                        "matching/sentence.jte",
                        Map.of("asked", relaxed, "reading", reading)))
                .recover(refusal -> unreadable(refusal, asked, result));
    }

    private Future<View> unreadable(Throwable refusal, String asked, ResultPage result) {
        Reading nothing = Reading.nothing(asked);
        return refusal instanceof Refusal
                ? Future.succeededFuture(View.page(
                        "matching/sentence.jte",
                        Map.of(
                                "asked",
                                SentenceAsked.of(asked, MatchRequest.of(nothing), List.of()),
                                "reading",
                                nothing,
                                "result",
                                result,
                                "view",
                                views.of(List.of(), NOTHING))))
                : Future.failedFuture(refusal);
    }
}
