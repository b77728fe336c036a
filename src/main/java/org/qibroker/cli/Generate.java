package org.qibroker.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.platform.database.BrokerDatabase;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.sample.generated.GeneratedRegion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a region up. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Fills an empty database with a made-up region, for trying and measuring: providers with scopes of so many"
                    + " lines in all, few subjects common and many rare, the same for the same seed.",
            "Called again with more lines, the region grows. A database that holds anything else is refused.",
            "A server must not run on the database meanwhile."
        },
        footer = {"", "Example:", "  generate --lines 1000000 --seed 7 --data.dir=/tmp/region --sample.enabled=false"})
final class Generate implements Callable<Integer> {
    private static final long MOST = 100_000_000;

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--lines", required = true, paramLabel = "N", description = "How many lines, 1 to 100,000,000.")
    private long lines;

    @Option(names = "--seed", paramLabel = "S", description = "Another seed, another region; 1 if not given.")
    private long seed = 1;

    Generate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        if (lines < 1 || lines > MOST) {
            throw new ParameterException(spec.commandLine(), "--lines must be 1 to 100,000,000, was " + lines);
        }
        Settings settings = SettingsLoader.load(surroundings.settingArguments());
        PrintWriter out = spec.commandLine().getOut();
        try (BrokerDatabase database = BrokerDatabase.open(settings);
                Connection connection = connect(database.address())) {
            new GeneratedRegion(connection, seed).growTo(lines, written -> out.println(written + " lines …"));
        }
        out.println("The region has " + lines + " lines.");
        return 0;
    }

    private static Connection connect(DatabaseAddress address) {
        try {
            return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        } catch (SQLException e) {
            throw new RefusedToStart("The database does not answer: " + e.getMessage(), e);
        }
    }
}
