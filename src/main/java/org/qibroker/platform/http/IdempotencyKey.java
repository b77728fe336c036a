package org.qibroker.platform.http;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/**
 * What makes two requests the same.
 *
 * @param owner the user who asks
 * @param operation the operation asked for
 * @param value what the caller sent as {@code Idempotency-Key}
 * @param bodyHash SHA-256 of the body
 */
public record IdempotencyKey(UUID owner, String operation, String value, Buffer bodyHash) {}
