package org.qibroker.platform.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Sha256;

/**
 * The body of a request on the disk of this node, there until the answer is sent. It never lies in memory as a whole.
 *
 * @param sha256 its digest
 */
public record UploadedBody(Path path, long size, Buffer sha256) {
    private static final String KEY = "uploaded-body";

    /** Takes the body and goes on; answers 413 as soon as it is known to be too large, before any of it is read. */
    static void take(RoutingContext context, long limit) {
        HttpServerRequest request = context.request();
        if (announced(request) > limit) {
            context.fail(413);
            return;
        }
        request.pause();
        context.vertx()
                .fileSystem()
                .createTempFile("upload", null)
                .compose(path -> context.vertx()
                        .fileSystem()
                        .open(path, new OpenOptions().setWrite(true))
                        .compose(file -> new Receiver(request, file, limit).receive(Path.of(path)))
                        .andThen(any -> context.addEndHandler(
                                ended -> context.vertx().fileSystem().delete(path))))
                .onSuccess(body -> {
                    context.put(KEY, body);
                    context.next();
                })
                .onFailure(failure -> context.fail(failure instanceof TooLarge ? 413 : 500, failure));
    }

    /** The body taken with a request, absent where none was. */
    static @Nullable UploadedBody of(RoutingContext context) {
        return context.get(KEY);
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    /** A body that is longer than it may be. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Writes what comes to a file, no faster than the disk takes it. */
    private static final class Receiver {
        private final HttpServerRequest request;
        private final AsyncFile file;
        private final long limit;
        private final MessageDigest digest = Sha256.begin();
        private long size;

        Receiver(HttpServerRequest request, AsyncFile file, long limit) {
            this.request = request;
            this.file = file;
            this.limit = limit;
        }

        Future<UploadedBody> receive(Path path) {
            request.handler(this::write);
            Future<Void> all = request.end();
            request.resume();
            return all.transform(ended -> file.close()
                            .transform(closed ->
                                    ended.succeeded() ? Future.succeededFuture() : Future.failedFuture(ended.cause())))
                    .map(closed -> done(path));
        }

        private void write(Buffer part) {
            size += part.length();
            if (size > limit) {
                return;
            }
            digest.update(part.getBytes());
            file.write(part).onFailure(failure -> request.connection().close());
            if (file.writeQueueFull()) {
                request.pause();
                file.drainHandler(drained -> request.resume());
            }
        }

        private UploadedBody done(Path path) {
            if (size > limit) {
                throw new TooLarge();
            }
            return new UploadedBody(path, size, Buffer.buffer(digest.digest()));
        }
    }
}
