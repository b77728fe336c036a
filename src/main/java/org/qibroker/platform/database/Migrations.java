package org.qibroker.platform.database;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
        MigrateResult result = of(address).load().migrate();
        return result.migrationsExecuted;
    }

    /** Applies the migrations up to a version, such as {@code 046}. Blocks. */
    public static void migrateTo(DatabaseAddress address, String version) {
        of(address).target(version).load().migrate();
    }

    /** The version of the newest migration that this broker knows. Blocks. */
    public static String newest(DatabaseAddress address) {
        return Arrays.stream(of(address).load().info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElseThrow();
    }

    private static FluentConfiguration of(DatabaseAddress address) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(false)
                .validateMigrationNaming(true);
    }
}
