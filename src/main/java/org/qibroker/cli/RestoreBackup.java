package org.qibroker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.platform.database.BrokerDatabase;
import org.qibroker.platform.database.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty database from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Fills an empty database from a backup, whole or not at all: checks the file first, loads it, and brings the"
                    + " tables to what this version needs.",
            "Give it a data.dir that does not exist yet, or an empty database (database.url)."
        },
        footer = {"", "Example:", "  restore /var/backups/qi-broker-2026-11-27.zip --data.dir=/var/lib/qi-broker-new"})
final class RestoreBackup implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    RestoreBackup(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        if (!Files.isReadable(file)) {
            throw new RefusedToStart("There is no file " + file + " that can be read");
        }
        Settings settings = SettingsLoader.load(surroundings.settingArguments());
        try (BrokerDatabase database = BrokerDatabase.openAsItIs(settings)) {
            long rows = new Restore(database.address()).read(file);
            spec.commandLine().getOut().println("Restored " + rows + " rows from " + file + ".");
            return 0;
        }
    }
}
