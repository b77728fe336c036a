package org.qibroker.resource;

import java.time.Instant;
import java.util.UUID;

/** A place kept for somebody until it expires. */
public record Hold(UUID id, UUID resourceId, Instant start, Instant end, Instant expiresAt) {}
