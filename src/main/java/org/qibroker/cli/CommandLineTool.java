package org.qibroker.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.qibroker.platform.config.RefusedToStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's commands. */
@Command(
        name = "qi-broker",
        description = "One-stop broker for a region's shared quality infrastructure.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Any setting of config/broker.yaml can follow any command: --http.port=9090 --data.dir=/var/lib/qi-broker.",
            "The same as environment: QI_HTTP_PORT=9090 QI_DATA_DIR=/var/lib/qi-broker.",
            "",
            "Begin with: qi-broker serve"
        })
public final class CommandLineTool implements Runnable {
    private static final Pattern SETTING = Pattern.compile("--[A-Za-z][\\w-]*\\.[\\w.-]+(=.*)?", Pattern.DOTALL);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private CommandLineTool() {}

    /** Runs a command line and returns its exit code: 0 done, 1 refused, 2 wrongly called. */
    public static int run(String... args) {
        Surroundings.quiet();
        List<String> settings = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String argument : args) {
            (SETTING.matcher(argument).matches() ? settings : others).add(argument);
        }
        Surroundings surroundings = new Surroundings(settings);
        return new CommandLine(new CommandLineTool())
                .addSubcommand(new Serve(surroundings))
                .addSubcommand(new ImportScope(surroundings))
                .addSubcommand(new MatchFile(surroundings))
                .addSubcommand(new CreateAdmin(surroundings))
                .addSubcommand(new Generate(surroundings))
                .addSubcommand(new BackUp(surroundings))
                .addSubcommand(new RestoreBackup(surroundings))
                .addSubcommand(new VerifyLog(surroundings))
                .addSubcommand(new RebuildFigures(surroundings))
                .setExecutionExceptionHandler((fault, command, parsed) -> report(fault, command.getErr()))
                .execute(others.toArray(String[]::new));
    }

    private static int report(Exception fault, PrintWriter out) {
        out.println(fault instanceof RefusedToStart ? fault.getMessage() : "Failed: " + fault);
        return 1;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
