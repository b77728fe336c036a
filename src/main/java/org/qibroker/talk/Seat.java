package org.qibroker.talk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/**
 * The place of one caller in a talk.
 *
 * @param part in what part the caller writes
 * @param bell tells the others of a message, in its transaction
 */
public record Seat(Part part, Bell bell) {
    /** Tells of a message. */
    @FunctionalInterface
    public interface Bell {
        /** Tells of it by its first words, or the name of its file. */
        Future<Void> ring(SqlConnection tx, String excerpt);
    }
}
