package org.qibroker.feedback.rating;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.directory.Standings.Standing;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.shared.Proportion;

/** Ratings and records over the API. */
final class RatingApi {
    private final Ratings ratings;
    private final Idempotency idempotency;

    RatingApi(Ratings ratings, Idempotency idempotency) {
        this.ratings = ratings;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("rateBooking", this::rate);
        api.bind("getRating", call -> ratings.get(call.id("id"), call.caller())
                .map(rating -> ApiReply.ok(RatingView.of(rating))));
        api.bind("replyToRating", this::reply);
        api.bind("listRatings", call -> ratings.list(call.id("id"), call.page())
                .map(page -> ApiReply.ok(page.map(PublicView::of))));
        api.bind("getProviderRecord", call -> ratings.record(call.id("id"))
                .map(found -> ApiReply.ok(RecordView.of(found))));
    }

    private Future<ApiReply> rate(ApiCall call) {
        UUID booking = call.id("id");
        RatingDraft draft = call.body(RatingDraft.class);
        return idempotency.once(
                call, () -> ratings.rate(booking, draft, call.caller()).map(rating -> created(booking, rating)));
    }

    private Future<ApiReply> reply(ApiCall call) {
        UUID booking = call.id("id");
        Reply body = call.body(Reply.class);
        return idempotency.once(
                call, () -> ratings.reply(booking, body.text(), call.caller()).map(rating -> created(booking, rating)));
    }

    private static ApiReply created(UUID booking, Rating rating) {
        return ApiReply.created("/api/v1/bookings/" + booking + "/rating", RatingView.of(rating));
    }

    private record Reply(@NotBlank @Size(max = 2000) String text) {}

    private record RatingView(
            UUID bookingId,
            UUID enterpriseId,
            UUID providerId,
            int service,
            int punctuality,
            int clarity,
            @Nullable String comment,
            Instant at,
            Rating.@Nullable Reply reply) {
        static RatingView of(Rating rating) {
            return new RatingView(
                    rating.bookingId(),
                    rating.enterpriseId(),
                    rating.providerId(),
                    rating.points().service(),
                    rating.points().punctuality(),
                    rating.points().clarity(),
                    rating.comment(),
                    rating.at(),
                    rating.reply());
        }
    }

    /** What anybody may read: not who said it. */
    private record PublicView(
            int service, int punctuality, int clarity, @Nullable String comment, Instant at, @Nullable String reply) {
        static PublicView of(Rating rating) {
            Rating.Reply reply = rating.reply();
            return new PublicView(
                    rating.points().service(),
                    rating.points().punctuality(),
                    rating.points().clarity(),
                    rating.comment(),
                    rating.at(),
                    reply == null ? null : reply.text());
        }
    }

    private record Share(long cases, long hits, double share, double low, double high) {
        static Share of(long hits, long cases) {
            Proportion p = new Proportion(Math.min(hits, cases), cases);
            return new Share(cases, hits, p.share(), p.low(), p.high());
        }
    }

    private record Mean(
            long cases,
            @Nullable Double mean,
            double shrunk,
            double low,
            double high,
            @Nullable Double service,
            @Nullable Double punctuality,
            @Nullable Double clarity) {
        static Mean of(RatingSummary s) {
            boolean none = s.cases() == 0;
            return new Mean(
                    s.cases(),
                    none ? null : s.mean(),
                    s.shrunk(),
                    s.low(),
                    s.high(),
                    none ? null : (double) s.service() / s.cases(),
                    none ? null : (double) s.punctuality() / s.cases(),
                    none ? null : (double) s.clarity() / s.cases());
        }
    }

    private record RecordView(Share onTime, Share reissued, Mean rating) {
        static RecordView of(Ratings.Reputation found) {
            Standing standing = found.standing();
            return new RecordView(
                    Share.of(standing.onTime(), standing.reported()),
                    Share.of(standing.reissues(), standing.reported()),
                    Mean.of(found.ratings()));
        }
    }
}
