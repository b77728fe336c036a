package org.qibroker.platform.security;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;

/** Hashes passwords off the event loop, a few at a time, so that many who sign in do not use up the memory. */
public final class Passwords {
    private static final int AT_A_TIME = 4;

    private final WorkerExecutor workers;
    private final int memory;

    /**
     * Shares its threads with every other of the same Vert.x.
     *
     * @param memory that a new hash takes, in KiB
     */
    public Passwords(Vertx vertx, int memory) {
        this.memory = memory;
        this.workers = vertx.createSharedWorkerExecutor("passwords", AT_A_TIME, 30, TimeUnit.SECONDS);
    }

    /** The hash to keep, in PHC string format. */
    public Future<String> hash(String password) {
        return workers.executeBlocking(() -> Argon2.hash(password, memory), false);
    }

    /** Whether the password is the one that was hashed; takes as long for a wrong one. */
    public Future<Boolean> verify(String password, String hash) {
        return workers.executeBlocking(() -> Argon2.verify(password, hash), false);
    }

    /** Takes the time of a check and says no: for accounts that do not exist. */
    public Future<Boolean> refuse(String password) {
        return workers.executeBlocking(() -> Argon2.hash(password, memory).isEmpty(), false);
    }
}
