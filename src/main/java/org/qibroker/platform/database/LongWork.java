package org.qibroker.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Work that keeps a thread of its own for as long as it takes, such as COPY of a million rows. */
public final class LongWork {
    private static final int HOURS = 12;

    private final WorkerExecutor threads;

    /** Threads for so many pieces of work at a time; others wait. */
    public LongWork(Vertx vertx, String name, int threads) {
        this.threads = vertx.createSharedWorkerExecutor(name, threads, HOURS, TimeUnit.HOURS);
    }

    /** Does the work when a thread is free. */
    public <T> Future<T> run(Callable<T> work) {
        return threads.executeBlocking(work, false);
    }

    /** Lets long work wait for what the event loop does. A failure is thrown as it is. */
    public static <T> T await(Future<T> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
