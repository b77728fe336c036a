package org.qibroker.quote.talk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.FileType;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.quote.QuoteLog;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.Quotes;
import org.qibroker.quote.Side;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What the two sides of a request write and send to each other. Nobody else reads it. */
public final class QuoteTalk {
    /** How many files come with a message at most. */
    public static final int MOST_FILES = 10;

    private static final int MOST_MESSAGES = 500;

    private final Platform platform;
    private final Quotes quotes;
    private final QuoteLog log;
    private final StoredFiles files;

    /** About these requests. */
    public QuoteTalk(Platform platform, Quotes quotes) {
        this.platform = platform;
        this.quotes = quotes;
        this.log = new QuoteLog(platform.events());
        this.files = new StoredFiles(platform);
    }

    /** Writes what is said with the request itself. */
    public static Future<Void> first(SqlConnection tx, QuoteMessage message) {
        return MessageRepository.insert(tx, message);
    }

    /** The last 500 messages, the oldest first; fails NOT_FOUND if the caller has no part in the request. */
    public Future<List<QuoteMessage>> messages(UUID requestId, Caller caller) {
        return quotes.get(requestId, caller)
                .compose(found -> platform.database().read(client -> messages(client, requestId)));
    }

    private Future<List<QuoteMessage>> messages(SqlClient client, UUID requestId) {
        return MessageRepository.of(client, requestId, MOST_MESSAGES)
                .compose(all -> MessageRepository.files(client, requestId)
                        .compose(ids -> stored(client, ids).map(found -> with(all, ids, found))));
    }

    private Future<Map<UUID, StoredFile>> stored(SqlClient client, Map<UUID, List<UUID>> ids) {
        List<UUID> all = ids.values().stream().flatMap(List::stream).toList();
        return files.all(client, all).map(found -> {
            Map<UUID, StoredFile> byId = new HashMap<>();
            found.forEach(file -> byId.put(file.id(), file));
            return byId;
        });
    }

    private static List<QuoteMessage> with(
            List<QuoteMessage> all, Map<UUID, List<UUID>> ids, Map<UUID, StoredFile> found) {
        return all.stream()
                .map(message -> message.with(ids.getOrDefault(message.id(), List.of()).stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList()))
                .toList();
    }

    /**
     * Writes to the other side, with files kept before; also when nothing can come of the request any more. Fails
     * NOT_FOUND as above, BAD_INPUT at {@code /fileIds/<index>} for a file that cannot be attached.
     */
    public Future<QuoteMessage> say(UUID requestId, String text, List<UUID> fileIds, Caller caller) {
        return said(
                requestId,
                text,
                fileIds.size(),
                caller,
                tx -> fileIds.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : files.attach(tx, fileIds, EnumSet.allOf(FileType.class), caller));
    }

    /** The same with files that come in with a form; fails as {@link StoredFiles#store} does. */
    public Future<QuoteMessage> send(UUID requestId, String text, List<Incoming> sent, Caller caller) {
        return said(requestId, text, sent.size(), caller, tx -> {
            List<StoredFile> stored = new ArrayList<>();
            Future<?> done = Future.succeededFuture();
            for (Incoming file : sent) {
                done = done.compose(before -> files.store(tx, file, caller)).onSuccess(stored::add);
            }
            return done.map(stored);
        });
    }

    private Future<QuoteMessage> said(
            UUID requestId,
            String text,
            int count,
            Caller caller,
            Function<SqlConnection, Future<List<StoredFile>>> attached) {
        if (count > MOST_FILES) {
            return Future.failedFuture(Refusal.badInput("/fileIds", "size", 0, MOST_FILES));
        }
        return quotes.get(requestId, caller).compose(found -> platform.database()
                .transaction(tx -> write(tx, found.request(), text, caller, attached)));
    }

    private Future<QuoteMessage> write(
            SqlConnection tx,
            QuoteRequest request,
            String text,
            Caller caller,
            Function<SqlConnection, Future<List<StoredFile>>> attached) {
        QuoteMessage message = message(request, text, caller);
        return MessageRepository.insert(tx, message)
                .compose(done -> attached.apply(tx))
                .map(message::with)
                .compose(whole -> MessageRepository.attach(tx, whole)
                        .compose(done -> log.append(tx, "quote-message-sent", request, null, caller))
                        .map(whole));
    }

    /** A file that came with a message about a request; fails NOT_FOUND for any other, and if the caller has no part in it. */
    public Future<ApiReply> file(UUID requestId, UUID fileId, Caller caller) {
        return messages(requestId, caller).map(all -> all.stream()
                .flatMap(message -> message.files().stream())
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .map(files::reply)
                .orElseThrow(() -> Refusal.notFound("file")));
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
                platform.clock().instant().truncatedTo(ChronoUnit.MICROS),
                List.of());
    }
}
