package org.qibroker.matching.share;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to a match.
 *
 * @param token what the link is known by; nobody can guess it
 * @param revokedAt absent unless it was revoked
 */
public record Share(
        UUID id, UUID demandId, String token, Instant madeAt, Instant expiresAt, @Nullable Instant revokedAt) {

    /** Whether the link opens anything. */
    public boolean live(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Where the link leads. */
    public String path() {
        return "/shared/" + token;
    }
}
