package org.qibroker.platform.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.UploadedBody;
import org.qibroker.platform.web.PageCall;

/**
 * A file that comes in: sent with a form, as the body of an operation, or made by the broker itself.
 *
 * @param name how the sender calls it, absent if unsaid
 * @param types what it may be
 */
public record Incoming(@Nullable String name, long size, Source source, Set<FileType> types) {
    private static final Set<FileType> ANY = EnumSet.allOf(FileType.class);

    /** Where its content comes from. */
    public sealed interface Source {
        /** Lies on the disk of this node. */
        record Disk(Path path) implements Source {}

        /** Lies in memory. */
        record Memory(Buffer content) implements Source {}
    }

    /** Copies the types. */
    public Incoming {
        types = Set.copyOf(types);
    }

    /** Sent with a form. */
    public static Incoming of(PageCall.Upload upload) {
        return new Incoming(upload.name(), upload.size(), new Source.Disk(upload.path()), ANY);
    }

    /** The body of an operation. */
    public static Incoming of(@Nullable String name, UploadedBody body) {
        return new Incoming(name, body.size(), new Source.Disk(body.path()), ANY);
    }

    /** Made by the broker. */
    public static Incoming of(String name, Buffer content) {
        return new Incoming(name, content.length(), new Source.Memory(content), ANY);
    }

    /** The same, which may only be one of these. */
    public Incoming only(FileType first, FileType... others) {
        return new Incoming(name, size, source, EnumSet.of(first, others));
    }

    /** Opens it for as long as the work takes. */
    <T> Future<T> open(FileSystem files, Function<Reader, Future<T>> work) {
        if (source instanceof Source.Memory memory) {
            return work.apply((position, length) ->
                    Future.succeededFuture(memory.content().getBuffer((int) position, (int) position + length)));
        }
        String path = ((Source.Disk) source).path().toString();
        return files.open(path, new OpenOptions().setRead(true).setWrite(false))
                .compose(file -> work.apply(reader(file)).eventually(file::close));
    }

    private static Reader reader(AsyncFile file) {
        return (position, length) -> file.read(Buffer.buffer(length), 0, position, length);
    }

    /** Reads a piece of it. */
    @FunctionalInterface
    interface Reader {
        /** So many bytes from a position on. */
        Future<Buffer> read(long position, int length);
    }
}
