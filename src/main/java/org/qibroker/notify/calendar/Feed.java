package org.qibroker.notify.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar at a secret address.
 *
 * @param resourceId whose calendar it is; absent for all of the user's organisation
 * @param name of the resource
 * @param generation rises when the address is renewed; the addresses of before lead nowhere
 */
public record Feed(
        UUID id,
        UUID userId,
        UUID organisationId,
        @Nullable UUID resourceId,
        @Nullable String name,
        int generation,
        Instant createdAt) {}
