package org.qibroker.insight.count;

import io.vertx.core.Future;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.events.Replay;

/** Makes all figures again, from nothing but the log. */
public final class FigureRebuild {
    private final Database database;
    private final Replay replay;

    /** Of the figures in a database. */
    public FigureRebuild(Database database) {
        this.database = database;
        this.replay = new Replay(database);
    }

    /** Does it as far as the figures had come, all or nothing; how many events were taken. Blocks nobody but the figures. */
    public Future<Long> run() {
        return replay.again(FigureFollower.noting(), CountRepository::forget, CountRepository::countAll);
    }

    /** Sums facts up that were brought in beside the log; there must be no sums yet. */
    public Future<Void> sumUp() {
        return database.separately(CountRepository::countAll);
    }
}
