package org.qibroker.matching;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.qibroker.matching.words.Suggestions;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.shared.Refusal;

/** Suggests subjects while somebody types. */
final class SuggestionApi {
    private static final RateLimiter.Limit OFTEN = new RateLimiter.Limit(200, Duration.ofMillis(50));
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private final Platform platform;
    private final SubjectSuggestions suggestions;
    private final RateLimiter limiter;

    SuggestionApi(Platform platform, SubjectSuggestions suggestions) {
        this.platform = platform;
        this.suggestions = suggestions;
        this.limiter = RateLimiter.shared(platform.vertx(), "subjects", platform.clock(), OFTEN);
    }

    void bind(ApiBinder api) {
        api.bind("listSubjects", this::subjects);
    }

    private Future<ApiReply> subjects(ApiCall call) {
        limiter.check(call.remoteAddress());
        String typed = call.query("q").orElseThrow(() -> Refusal.badInput("/q", "not-blank"));
        if (typed.length() > LONGEST) {
            throw Refusal.badInput("/q", "too-long", LONGEST);
        }
        int most = Math.min(MOST, call.page().limit());
        return platform.vertx()
                .executeBlocking(() -> suggestions.of(typed, most), false)
                .map(found -> ApiReply.ok(new Answer(found)));
    }

    private record Answer(List<Suggestions.Suggestion> items) {}
}
