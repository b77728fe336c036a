package org.qibroker.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.qibroker.platform.events.LogCheck;
import org.qibroker.platform.events.LogCheck.Asker;
import org.qibroker.platform.events.LogCheck.Broken;
import org.qibroker.platform.events.LogChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that nobody has changed the event log. */
@Command(
        name = "verify-log",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes the hash of every event and follows the chain of each stream. Names each row that was changed,"
                    + " and each place where rows are missing; ends with 1 if there is any.",
            "The result is kept beside those of the nightly checks. Works beside a running server and without one."
        },
        footer = {"", "Example:", "  verify-log --data.dir=/var/lib/qi-broker"})
final class VerifyLog implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    VerifyLog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        LogCheck check = surroundings.withPlatform(platform -> new LogChecks(platform).run(Asker.COMMAND));
        PrintWriter out = spec.commandLine().getOut();
        for (Broken broken : check.broken()) {
            out.println("Position " + broken.position() + ", event " + broken.sequence() + " of " + broken.kind() + " "
                    + broken.stream() + ": " + said(broken.fault()));
        }
        if (check.lost() > 0) {
            out.println(check.lost() + " events that the check before had seen are gone.");
        }
        out.println(check.events() + " events checked, " + check.faults() + " not as they were written.");
        return check.sound() ? 0 : 1;
    }

    private static String said(LogCheck.Fault fault) {
        return switch (fault) {
            case CHANGED -> "what it says is not what was written";
            case UNLINKED -> "it does not follow from the event before it";
            case MISSING -> "events before it are missing";
        };
    }
}
