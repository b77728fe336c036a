package org.qibroker.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.qibroker.platform.events.ChainCheck;
import org.qibroker.platform.events.ChainCheck.Broken;
import org.qibroker.platform.events.ChainCheck.Result;
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
            "Works beside a running server and without one."
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
        Result result = surroundings.withPlatform(platform -> new ChainCheck(platform.database()).run());
        PrintWriter out = spec.commandLine().getOut();
        for (Broken broken : result.broken()) {
            out.println("Position " + broken.position() + ", event " + broken.sequence() + " of " + broken.kind() + " "
                    + broken.stream() + ": " + said(broken.fault()));
        }
        out.println(result.events() + " events checked, " + result.faults() + " not as they were written.");
        return result.faults() == 0 ? 0 : 1;
    }

    private static String said(ChainCheck.Fault fault) {
        return switch (fault) {
            case CHANGED -> "what it says is not what was written";
            case UNLINKED -> "it does not follow from the event before it";
            case MISSING -> "events before it are missing";
        };
    }
}
