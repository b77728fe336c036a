package org.qibroker.support;

import java.time.Clock;
import java.util.List;
import org.qibroker.Application;
import org.qibroker.platform.database.DatabaseAddress;

/** The sample region, loaded once by a broker for all tests of this process; each class gets a copy. */
final class SampledDatabase {
    private static final DatabaseAddress LOADED = load();

    private SampledDatabase() {}

    private static DatabaseAddress load() {
        DatabaseAddress address = TestDatabases.fresh();
        Application.start(TestBroker.settings(List.of("--sample.enabled=true")), address, Clock.systemUTC())
                .stop();
        return address;
    }

    /** A database with the sample region. */
    static DatabaseAddress copy() {
        return TestDatabases.copyOf(LOADED);
    }
}
