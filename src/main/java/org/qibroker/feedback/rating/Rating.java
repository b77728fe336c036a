package org.qibroker.feedback.rating;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says of a completed booking.
 *
 * @param reply what the provider said to it, absent if nothing
 */
public record Rating(
        UUID bookingId,
        UUID enterpriseId,
        UUID providerId,
        Points points,
        @Nullable String comment,
        String author,
        Instant at,
        @Nullable Reply reply) {

    /** From 1, bad, to 5, very good. */
    public record Points(int service, int punctuality, int clarity) {
        /** The three together. */
        public int sum() {
            return service + punctuality + clarity;
        }

        /** Their mean. */
        public double mean() {
            return sum() / 3.0;
        }
    }

    /** The same with a reply. */
    Rating with(Reply said) {
        return new Rating(bookingId, enterpriseId, providerId, points, comment, author, at, said);
    }

    /** What the provider said to it. */
    public record Reply(String text, String author, Instant at) {}
}
