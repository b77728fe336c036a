package org.qibroker.resource;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a booking wants of a resource.
 *
 * @param organisationId for whom
 * @param expiresAt until when the place is kept if nobody confirms it, absent if it is taken for good
 */
public record Claim(Resource resource, Slot slot, UUID organisationId, UUID bookingId, @Nullable Instant expiresAt) {}
