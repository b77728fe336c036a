package org.qibroker.talk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibroker.platform.Platform;
import org.qibroker.platform.files.FileType;
import org.qibroker.platform.files.Incoming;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.platform.files.StoredFiles;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;
import org.qibroker.talk.MessageRepository.Kept;

/** Messages in the transaction of what they are about. Asks nobody whether the author may write. */
public final class Writing {
    private static final int MOST = 500;

    private final Platform platform;
    private final StoredFiles files;

    /** Messages with files of the platform. */
    public Writing(Platform platform) {
        this.platform = platform;
        this.files = new StoredFiles(platform);
    }

    /** About what somebody writes, and in what part. */
    public record About(Subject subject, UUID id, Part part) {}

    /**
     * Writes a message, with files kept before and files that come along. Fails with BAD_INPUT if it says nothing or has
     * too many files, CONFLICT if there are as many messages as there may be; for files as {@link StoredFiles} does.
     */
    public Future<Message> write(
            SqlConnection tx, About about, NewMessage message, List<Incoming> along, Caller caller) {
        message.check(along);
        return notTooMany(tx, about)
                .compose(fits -> attached(tx, message, along, caller))
                .map(all -> message(about, message.said(), all, caller))
                .compose(written -> MessageRepository.insert(tx, about, written, Pseudonym.of(caller))
                        .map(written));
    }

    private static Future<Void> notTooMany(SqlConnection tx, About about) {
        return MessageRepository.count(tx, about.subject(), about.id())
                .compose(count -> count < MOST
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.conflict("too-many-messages", MOST)));
    }

    private Future<List<StoredFile>> attached(
            SqlConnection tx, NewMessage message, List<Incoming> along, Caller caller) {
        Future<List<StoredFile>> all = files.attach(tx, message.files(), EnumSet.allOf(FileType.class), caller)
                .map(ArrayList::new);
        for (Incoming file : along) {
            all = all.compose(before -> files.store(tx, file, caller).map(stored -> added(before, stored)));
        }
        return all;
    }

    private static List<StoredFile> added(List<StoredFile> all, StoredFile file) {
        all.add(file);
        return all;
    }

    private Message message(About about, String text, List<StoredFile> all, Caller caller) {
        return new Message(
                platform.ids().next(),
                about.part(),
                caller.name(),
                text,
                all,
                platform.clock().instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** All messages about a thing, the oldest first. */
    Future<List<Message>> of(SqlClient client, Subject subject, UUID id) {
        return MessageRepository.of(client, subject, id)
                .compose(kept -> files.all(client, fileIds(kept)).map(all -> whole(kept, all)));
    }

    private static List<UUID> fileIds(List<Kept> kept) {
        return kept.stream().flatMap(one -> one.fileIds().stream()).toList();
    }

    private static List<Message> whole(List<Kept> kept, List<StoredFile> all) {
        Map<UUID, StoredFile> byId = all.stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return kept.stream()
                .map(one -> one.message()
                        .with(one.fileIds().stream()
                                .filter(byId::containsKey)
                                .map(id -> Objects.requireNonNull(byId.get(id)))
                                .toList()))
                .toList();
    }
}
