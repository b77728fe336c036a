package org.qibroker.platform.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;
import org.qibroker.shared.Sha256;

/**
 * Files that people send each other. Whoever stores one keeps its id beside what it belongs to, and decides who may have
 * it back. At most {@value #MAX_BYTES} bytes each, and so many of one organisation a day as the settings say.
 */
public final class StoredFiles {
    /** Size of the largest file: 20 MiB. */
    public static final long MAX_BYTES = 20L * 1024 * 1024;

    private static final int PART = 1024 * 1024;
    private static final int TAIL = 256 * 1024;
    private static final Duration DAY = Duration.ofDays(1);

    private final Platform platform;

    /** Files in the platform's database. */
    public StoredFiles(Platform platform) {
        this.platform = platform;
    }

    /**
     * Stores a file in the transaction of what it belongs to. Fails with BAD_INPUT at {@code /file} if it is empty,
     * TOO_LARGE, UNSUPPORTED_TYPE if its content is of no type that is taken, CONFLICT beyond the day's quota.
     */
    public Future<StoredFile> store(SqlConnection tx, Incoming file, Caller caller) {
        return store(tx, file, caller, true);
    }

    /** Stores a file that belongs to nothing yet, and goes after a day unless it is attached. Fails as {@link #store}. */
    public Future<StoredFile> keep(Incoming file, Caller caller) {
        Instant yesterday = now().minus(DAY);
        return platform.database().transaction(tx -> StoredFileRepository.forgetLoose(tx, yesterday)
                .compose(done -> store(tx, file, caller, false)));
    }

    /**
     * Ties files kept before to what they belong to. Fails with BAD_INPUT at {@code /fileIds/<index>} for one that is not
     * the organisation's, is tied already, or is of a type that does not belong there.
     */
    public Future<List<StoredFile>> attach(SqlConnection tx, List<UUID> ids, Set<FileType> types, Caller caller) {
        List<StoredFile> attached = new ArrayList<>();
        Future<List<StoredFile>> done = Future.succeededFuture(attached);
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            String place = "/fileIds/" + i;
            done = done.compose(before -> StoredFileRepository.attach(tx, id, caller.organisation()))
                    .map(found -> found.filter(file -> types.contains(file.type()))
                            .orElseThrow(() -> Refusal.badInput(place, "file-not-loose")))
                    .map(file -> added(attached, file));
        }
        return done;
    }

    private static List<StoredFile> added(List<StoredFile> all, StoredFile file) {
        all.add(file);
        return all;
    }

    /** A file, whoever's. */
    public Future<Optional<StoredFile>> find(SqlClient client, UUID id) {
        return StoredFileRepository.find(client, id);
    }

    /** Those of the files that exist, the oldest first. */
    public Future<List<StoredFile>> all(SqlClient client, List<UUID> ids) {
        return ids.isEmpty() ? Future.succeededFuture(List.of()) : StoredFileRepository.all(client, ids);
    }

    /** Those of the files that have this digest, in hexadecimal digits; the oldest hundred. */
    public Future<List<StoredFile>> withDigest(SqlClient client, String sha256) {
        return StoredFileRepository.withDigest(client, sha256);
    }

    /** A file that the caller's organisation sent; NOT_FOUND for any other. */
    public Future<StoredFile> own(UUID id, Caller caller) {
        return platform.database().read(client -> find(client, id)).map(found -> found.filter(
                        file -> caller.belongsTo(file.organisationId()))
                .orElseThrow(() -> Refusal.notFound("file")));
    }

    /**
     * The file to save, part by part, as an attachment that no browser runs. What does not have its digest any more
     * breaks off.
     */
    public ApiReply reply(StoredFile file) {
        return ApiReply.file(file.mediaType(), file.name(), to -> send(file, 0, to, Sha256.begin()))
                .with("Content-Security-Policy", "default-src 'none'; sandbox")
                .with("Content-Encoding", "identity")
                .with("Repr-Digest", "sha-256=:" + base64(file) + ":");
    }

    private static String base64(StoredFile file) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
    }

    private Future<Void> send(StoredFile file, int number, WriteStream<Buffer> to, MessageDigest digest) {
        if ((long) number * PART >= file.bytes()) {
            return Future.succeededFuture();
        }
        return platform.database()
                .read(client -> StoredFileRepository.part(client, file.id(), number))
                .compose(part -> checked(file, number, part, digest) ? to.write(part) : spoilt(file))
                .compose(written -> send(file, number + 1, to, digest));
    }

    private static boolean checked(StoredFile file, int number, Buffer part, MessageDigest digest) {
        digest.update(part.getBytes());
        boolean last = (number + 1L) * PART >= file.bytes();
        return !last || HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
    }

    private static Future<Void> spoilt(StoredFile file) {
        return Future.failedFuture(new IllegalStateException("file " + file.id() + " has another digest than it had"));
    }

    private Future<StoredFile> store(SqlConnection tx, Incoming file, Caller caller, boolean attached) {
        if (file.size() == 0) {
            return Future.failedFuture(Refusal.badInput("/file", "file-empty"));
        }
        if (file.size() > MAX_BYTES) {
            return Future.failedFuture(new Refusal(Kind.TOO_LARGE, "file-too-large", MAX_BYTES / PART));
        }
        return withinQuota(tx, file, caller)
                .compose(fits -> file.open(platform.vertx().fileSystem(), reader -> type(file, reader)
                        .compose(type -> write(tx, file, type, reader, caller))))
                .compose(stored ->
                        StoredFileRepository.insert(tx, stored, attached).map(stored));
    }

    private Future<Void> withinQuota(SqlConnection tx, Incoming file, Caller caller) {
        long most = platform.settings().files().mebibytesPerDay() * (long) PART;
        return StoredFileRepository.sent(tx, caller.organisation(), now().minus(DAY))
                .compose(sent -> sent + file.size() <= most
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.conflict("file-quota", most / PART)));
    }

    private static Future<FileType> type(Incoming file, Incoming.Reader reader) {
        String name = FileName.of(file.name());
        int head = (int) Math.min(PART, file.size());
        int tail = (int) Math.min(TAIL, file.size());
        return reader.read(0, head).compose(first -> reader.read(file.size() - tail, tail)
                .map(last -> TypeByContent.of(name, first.getBytes(), last.getBytes())
                        .filter(file.types()::contains)
                        .orElseThrow(() -> wrongType(file))));
    }

    private static Refusal wrongType(Incoming file) {
        String taken =
                String.join(", ", file.types().stream().map(Enum::name).sorted().toList());
        return new Refusal(Kind.UNSUPPORTED_TYPE, "file-type", FileName.of(file.name()), taken);
    }

    private Future<StoredFile> write(
            SqlConnection tx, Incoming file, FileType type, Incoming.Reader reader, Caller caller) {
        UUID id = platform.ids().next();
        MessageDigest digest = Sha256.begin();
        Future<Void> written = Future.succeededFuture();
        for (int n = 0; (long) n * PART < file.size(); n++) {
            int number = n;
            int length = (int) Math.min(PART, file.size() - (long) n * PART);
            written = written.compose(before -> reader.read((long) number * PART, length))
                    .map(part -> digested(part, type, file, digest))
                    .compose(part -> StoredFileRepository.insertPart(tx, id, number, part));
        }
        return written.map(done -> new StoredFile(
                id,
                type.named(FileName.of(file.name())),
                type,
                file.size(),
                HexFormat.of().formatHex(digest.digest()),
                caller.organisation(),
                now()));
    }

    private static Buffer digested(Buffer part, FileType type, Incoming file, MessageDigest digest) {
        byte[] bytes = part.getBytes();
        if (type.textual() && !TypeByContent.readable(bytes)) {
            throw wrongType(file);
        }
        digest.update(bytes);
        return part;
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
