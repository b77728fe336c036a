package org.qibroker.matching.share;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.AnswerWriter;
import org.qibroker.matching.answer.MatchAnswer;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Links to matches over the API. */
final class ShareApi {
    private final Shares shares;
    private final Vertx vertx;
    private final AnswerWriter writer;

    ShareApi(Shares shares, Vertx vertx, AnswerWriter writer) {
        this.shares = shares;
        this.vertx = vertx;
        this.writer = writer;
    }

    void bind(ApiBinder api) {
        api.bind("createShare", this::make);
        api.bind("listShares", this::list);
        api.bind("revokeShare", this::revoke);
        api.bind("getSharedMatch", this::open);
    }

    private Future<ApiReply> make(ApiCall call) {
        Integer days = call.body(Asked.class).days();
        UUID demandId = call.id("id");
        return shares.make(demandId, days == null ? Shares.USUAL_DAYS : days, call.caller())
                .map(share -> ApiReply.created("/api/v1/shared-matches/" + share.token(), ShareView.of(share)));
    }

    private Future<ApiReply> list(ApiCall call) {
        return shares.list(call.id("id"), call.caller())
                .map(all -> ApiReply.ok(
                        new ShareList(all.stream().map(ShareView::of).toList())));
    }

    private Future<ApiReply> revoke(ApiCall call) {
        return shares.revoke(call.id("id"), call.id("shareId"), call.caller()).map(done -> ApiReply.noContent());
    }

    private Future<ApiReply> open(ApiCall call) {
        return shares.open(call.path("token")).compose(opened -> reply(SharedView.of(opened), call));
    }

    /** Answers may be long: they are written off the event loop, and long ones are not compressed on it either. */
    private Future<ApiReply> reply(SharedView shared, ApiCall call) {
        return vertx.executeBlocking(
                () -> ApiReply.written(writer.write(call.locale(), shared)).plainIfLong(), false);
    }

    private record Asked(@Nullable @Min(1) @Max(Shares.MOST_DAYS) Integer days) {}

    private record ShareList(List<ShareView> items) {}

    private record ShareView(
            UUID id, String token, String path, Instant madeAt, Instant expiresAt, @Nullable Instant revokedAt) {
        static ShareView of(Share share) {
            return new ShareView(
                    share.id(), share.token(), share.path(), share.madeAt(), share.expiresAt(), share.revokedAt());
        }
    }

    private record SharedView(List<ItemSpec> items, MatchAnswer answer, Instant madeAt, Instant expiresAt) {
        static SharedView of(ShareRepository.Opened opened) {
            return new SharedView(
                    opened.match().items(),
                    opened.match().answer(),
                    opened.share().madeAt(),
                    opened.share().expiresAt());
        }
    }
}
