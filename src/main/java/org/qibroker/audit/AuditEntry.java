package org.qibroker.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as the audit shows it.
 *
 * @param position its place in the log
 * @param kind kind of what it concerns
 * @param subject id of what it concerns
 * @param type what happened, as the log says it
 * @param by who did it
 * @param about what people call the subject, such as a number or title
 * @param path where something was looked at or taken
 */
public record AuditEntry(
        long position,
        Instant at,
        Deed deed,
        String kind,
        UUID subject,
        String type,
        By by,
        @Nullable String about,
        @Nullable String path) {
    /**
     * Who did it.
     *
     * @param userId absent for the broker itself
     * @param name as it is known today, by pseudonym once the account is deleted; {@code system} for the broker
     */
    public record By(@Nullable UUID userId, String name, @Nullable UUID organisationId) {}
}
