package org.qibroker.catalog.imports;

import java.util.UUID;
import org.qibroker.platform.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells now and then how far an import is, and hears by that whether it was given up meanwhile. */
public final class ImportWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWatch.class);
    private static final long EVERY_NS = 500_000_000;

    private final Database database;
    private final UUID id;
    private long told = System.nanoTime();
    private volatile boolean givenUp;

    ImportWatch(Database database, UUID id) {
        this.database = database;
        this.id = id;
    }

    /** That an import was given up while it ran. */
    public static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whether it is time to tell something. */
    public boolean due() {
        return System.nanoTime() - told >= EVERY_NS;
    }

    /**
     * Tells, outside of any transaction, or nobody would see it before the end.
     *
     * @throws GivenUp if someone gave the import up
     */
    public void tell(Progress progress) {
        told = System.nanoTime();
        check();
        database.separately(tx -> ImportRepository.progress(tx, id, progress))
                .onSuccess(goesOn -> hear(goesOn))
                .onFailure(failure -> LOG.warn("progress of import {} not kept", id, failure));
    }

    private void hear(boolean goesOn) {
        if (!goesOn) {
            givenUp = true;
        }
    }

    /**
     * Ends the work of an import that was given up.
     *
     * @throws GivenUp if so
     */
    public void check() {
        if (givenUp) {
            throw new GivenUp();
        }
    }

    /** How far an import is: rows read, accepted and rejected, and the share of the work that is done. */
    public record Progress(int rows, int accepted, int rejected, double share) {}
}
