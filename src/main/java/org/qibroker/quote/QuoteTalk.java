package org.qibroker.quote;

import io.vertx.core.Future;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What the two sides of a request write to each other. Nobody else reads it. */
public final class QuoteTalk {
    private static final int MOST_MESSAGES = 500;

    private final Platform platform;
    private final Quotes quotes;
    private final QuoteLog log;

    QuoteTalk(Platform platform, Quotes quotes) {
        this.platform = platform;
        this.quotes = quotes;
        this.log = new QuoteLog(platform.events());
    }

    /** The last 500 messages, the oldest first; fails NOT_FOUND if the caller has no part in the request. */
    public Future<List<QuoteMessage>> messages(UUID requestId, Caller caller) {
        return quotes.get(requestId, caller).compose(found -> platform.database()
                .read(client -> MessageRepository.of(client, requestId, MOST_MESSAGES)));
    }

    /** Writes to the other side, also when nothing can come of the request any more; fails NOT_FOUND as above. */
    public Future<QuoteMessage> say(UUID requestId, String text, Caller caller) {
        return quotes.get(requestId, caller).compose(found -> {
            QuoteMessage message = message(found.request(), text, caller);
            return platform.database()
                    .transaction(tx -> MessageRepository.insert(tx, message)
                            .compose(done -> log.append(tx, "quote-message-sent", found.request(), null, caller)))
                    .map(message);
        });
    }

    private QuoteMessage message(QuoteRequest request, String text, Caller caller) {
        Side side = request.side(caller);
        if (side == null) {
            throw Refusal.notFound("quote-request");
        }
        if (text.isBlank()) {
            throw Refusal.badInput("/text", "not-blank");
        }
        return new QuoteMessage(
                platform.ids().next(),
                request.id(),
                side,
                caller.name(),
                text.strip(),
                platform.clock().instant().truncatedTo(ChronoUnit.MICROS));
    }
}
