package org.qibroker.booking.messages;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.messages.MessageRepository.Kept;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.FileType;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What is written about bookings, by both sides and by the coordinator. Whatever is not the caller's fails NOT_FOUND. */
public final class Messages {
    private static final int MOST = 500;
    private static final int MOST_FILES = 5;
    private static final int EXCERPT = 200;

    private final Platform platform;
    private final Bookings bookings;
    private final StoredFiles files;

    /** Messages of these bookings. */
    public Messages(Platform platform, Bookings bookings) {
        this.platform = platform;
        this.bookings = bookings;
        this.files = new StoredFiles(platform);
    }

    /** All messages of a booking, the oldest first. */
    public Future<List<Message>> of(UUID booking, Caller caller) {
        return bookings.get(booking, caller)
                .compose(found -> platform.database().read(client -> MessageRepository.of(client, booking)
                        .compose(kept -> files.all(client, ids(kept)).map(all -> whole(kept, all)))));
    }

    private static List<UUID> ids(List<Kept> kept) {
        return kept.stream().flatMap(one -> one.fileIds().stream()).toList();
    }

    private static List<Message> whole(List<Kept> kept, List<StoredFile> all) {
        Map<UUID, StoredFile> byId = all.stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return kept.stream()
                .map(one -> with(
                        one.message(),
                        one.fileIds().stream()
                                .filter(byId::containsKey)
                                .map(id -> Objects.requireNonNull(byId.get(id)))
                                .toList()))
                .toList();
    }

    private static Message with(Message m, List<StoredFile> files) {
        return new Message(m.id(), m.part(), m.author(), m.text(), files, m.createdAt());
    }

    /**
     * Writes a message, with files kept before and files that come with it. Fails with BAD_INPUT if it says nothing or
     * has too many files, CONFLICT if the booking has all the messages it may have; for files as {@link StoredFiles} does.
     */
    public Future<Message> send(UUID booking, NewMessage message, List<Incoming> incoming, Caller caller) {
        int count = message.files().size() + incoming.size();
        if (message.said().isEmpty() && count == 0) {
            return Future.failedFuture(Refusal.badInput("/text", "not-blank"));
        }
        if (count > MOST_FILES) {
            return Future.failedFuture(Refusal.badInput("/file", "too-many-files", MOST_FILES));
        }
        return platform.database()
                .transaction(tx -> bookings.get(booking, caller).compose(found -> notTooMany(tx, found)
                        .compose(fits -> attached(tx, message, incoming, caller))
                        .compose(all -> write(tx, found, message.said(), all, caller))));
    }

    private static Future<Void> notTooMany(SqlConnection tx, Booking booking) {
        return MessageRepository.count(tx, booking.id())
                .compose(count -> count < MOST
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.conflict("too-many-messages", MOST)));
    }

    private Future<List<StoredFile>> attached(
            SqlConnection tx, NewMessage message, List<Incoming> incoming, Caller caller) {
        Future<List<StoredFile>> all = files.attach(tx, message.files(), EnumSet.allOf(FileType.class), caller)
                .map(ArrayList::new);
        for (Incoming file : incoming) {
            all = all.compose(before -> files.store(tx, file, caller).map(stored -> added(before, stored)));
        }
        return all;
    }

    private static List<StoredFile> added(List<StoredFile> all, StoredFile file) {
        all.add(file);
        return all;
    }

    private Future<Message> write(SqlConnection tx, Booking booking, String text, List<StoredFile> all, Caller caller) {
        Message message = new Message(
                platform.ids().next(),
                Bookings.part(booking, caller).orElseThrow(),
                caller.name(),
                text,
                all,
                bookings.now());
        String about = text.isEmpty() ? all.get(0).name() : text.substring(0, Math.min(EXCERPT, text.length()));
        return MessageRepository.insert(tx, booking.id(), message)
                .compose(done -> bookings.tell(tx, booking, "booking-message-sent", about, caller))
                .map(message);
    }

    /** A file of a message of the booking. */
    public Future<StoredFile> file(UUID booking, UUID file, Caller caller) {
        return of(booking, caller).map(all -> all.stream()
                .flatMap(message -> message.files().stream())
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("file")));
    }
}
