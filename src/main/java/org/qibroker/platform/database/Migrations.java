package org.qibroker.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the tables to what this version of the broker needs. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies the migrations of {@code db/migration} that are not applied yet, each in a transaction. Blocks. Several
     * nodes may do so at once: one migrates, the others wait for it.
     *
     * @return how many were applied
     */
    public static int migrate(DatabaseAddress address) {
        Flyway flyway = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(false)
                .validateMigrationNaming(true)
                .load();
        MigrateResult result = flyway.migrate();
        return result.migrationsExecuted;
    }
}
