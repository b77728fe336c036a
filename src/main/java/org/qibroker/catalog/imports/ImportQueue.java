package org.qibroker.catalog.imports;

import io.vertx.core.Future;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.LongWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the imports that any node took, one after the other, and those that an earlier run did not bring to an end. A
 * large one does not keep small ones waiting: they have a lane of their own.
 */
final class ImportQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final long SMALL = 1 << 20;
    private static final long LOOK_EVERY_MS = 20_000;

    private final Platform platform;
    private final ImportRun runs;
    private final LongWork work;
    private final List<Lane> lanes = List.of(new Lane(SMALL), new Lane(Long.MAX_VALUE));

    ImportQueue(Platform platform, ImportRun runs, LongWork work) {
        this.platform = platform;
        this.runs = runs;
        this.work = work;
    }

    /** Looks for work now, whenever something happens to an import, and now and then, should a node have died. */
    void start() {
        platform.feed().subscribe(Imports.EVENTS, event -> lanes.forEach(Lane::look));
        platform.vertx().setPeriodic(0, LOOK_EVERY_MS, timer -> lanes.forEach(Lane::look));
    }

    /** Imports no larger than so many bytes. */
    private final class Lane {
        private final long largest;
        private boolean looking;
        private boolean again;

        Lane(long largest) {
            this.largest = largest;
        }

        synchronized void look() {
            again = looking;
            if (!looking) {
                looking = true;
                platform.database()
                        .read(client -> ImportRepository.unfinished(client, largest))
                        .compose(found -> each(found.iterator()))
                        .onComplete(done -> looked());
            }
        }

        private synchronized void looked() {
            looking = false;
            if (again) {
                look();
            }
        }

        private Future<Void> each(Iterator<UUID> ids) {
            if (!ids.hasNext()) {
                return Future.succeededFuture();
            }
            UUID id = ids.next();
            return work.run(() -> runs.run(id))
                    .onFailure(
                            failure -> LOG.warn("import {} could not be ended, and is begun again later", id, failure))
                    .transform(any -> each(ids));
        }
    }
}
