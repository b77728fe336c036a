package org.qibroker.insight.count;

import io.vertx.core.Future;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.events.Replay;
import org.qibroker.platform.time.WorkCalendar;

/** Makes all figures again, from nothing but the log. */
public final class FigureRebuild {
    private final Database database;
    private final WorkCalendar calendar;
    private final Replay replay;

    /**
     * Of the figures in a database.
     *
     * @param calendar the days that are worked
     */
    public FigureRebuild(Database database, WorkCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
        this.replay = new Replay(database);
    }

    /** Does it as far as the figures had come, all or nothing; how many events were taken. Blocks nobody but the figures. */
    public Future<Long> run() {
        return replay.again(FigureFollower.noting(calendar), CountRepository::forget, CountRepository::countAll);
    }

    /** Sums facts up that were brought in beside the log; there must be no sums yet. */
    public Future<Void> sumUp() {
        return database.separately(CountRepository::countAll);
    }
}
