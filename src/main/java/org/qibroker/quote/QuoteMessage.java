package org.qibroker.quote;

import java.time.Instant;
import java.util.UUID;

/** What one side wrote to the other. */
public record QuoteMessage(UUID id, UUID requestId, Side side, String author, String text, Instant at) {}
