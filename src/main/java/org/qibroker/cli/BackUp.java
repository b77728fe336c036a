package org.qibroker.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.platform.database.BrokerDatabase;
import org.qibroker.platform.database.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saves the database to a file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Saves everything in the database to one file, as it stands at one moment. A server may run meanwhile.",
            "Works alike for the embedded database and for any other (database.url).",
            "The key that signs tokens is not in it: keep signing-key.pem of data.dir elsewhere, and safe. Without it"
                    + " everybody signs in anew, and second factors are set up anew."
        },
        footer = {"", "Example:", "  backup /var/backups/qi-broker-2026-11-27.zip --data.dir=/var/lib/qi-broker"})
final class BackUp implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write; one that is there is replaced once this is whole.")
    private Path file = Path.of("");

    BackUp(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        Settings settings = SettingsLoader.load(surroundings.settingArguments());
        try (BrokerDatabase database = BrokerDatabase.openAsItIs(settings)) {
            long rows = new Backup(database.address(), Clock.systemUTC()).write(file.toAbsolutePath());
            spec.commandLine().getOut().println("Saved " + rows + " rows to " + file + ".");
            return 0;
        }
    }
}
