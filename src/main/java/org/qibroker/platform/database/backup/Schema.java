package org.qibroker.platform.database.backup;

import java.util.Comparator;
import org.flywaydb.core.api.MigrationVersion;

/** Versions of the schema. */
final class Schema {
    /** From the oldest to the newest, as migrations are numbered. */
    static final Comparator<String> ORDER = Comparator.comparing(MigrationVersion::fromVersion);

    private Schema() {}
}
