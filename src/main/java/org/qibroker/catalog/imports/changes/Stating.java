package org.qibroker.catalog.imports.changes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.ImportWatch;
import org.qibroker.catalog.imports.ImportWatch.Progress;
import org.qibroker.catalog.lines.LineChange.Kind;

/** Lines on their way into the scope, part by part. */
record Stating(Import asked, Import.Figures read, Instant now, ImportWatch watch) {
    Future<Void> all(SqlConnection tx) {
        return ChangeRepository.cut(tx, asked, now)
                .compose(done -> state(tx, Kind.CHANGED, -1, 0))
                .compose(done -> state(tx, Kind.ADDED, -1, read.changed()));
    }

    private Future<Void> state(SqlConnection tx, Kind kind, int after, int before) {
        return ChangeRepository.state(tx, asked, kind, after, now).compose(part -> next(tx, kind, part, before));
    }

    private Future<Void> next(SqlConnection tx, Kind kind, ChangeRepository.Part part, int before) {
        if (part.lines() == 0) {
            return Future.succeededFuture();
        }
        int done = before + part.lines();
        double share = Staging.READING + (1 - Staging.READING) * done / (read.added() + read.changed());
        if (watch.due()) {
            watch.tell(new Progress(read.rows(), read.accepted(), read.rejected(), share));
        }
        watch.check();
        return state(tx, kind, part.last(), done);
    }
}
