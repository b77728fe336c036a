package org.qibroker.resource.place;

import java.time.Instant;
import java.util.UUID;

/**
 * Places kept for somebody until they expire.
 *
 * @param pieces how many places; one unless whole days are booked
 */
public record Hold(UUID id, UUID resourceId, Instant start, Instant end, int pieces, Instant expiresAt) {}
