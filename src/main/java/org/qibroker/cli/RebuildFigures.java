package org.qibroker.cli;

import java.util.concurrent.Callable;
import org.qibroker.insight.InsightModule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes all figures again. */
@Command(
        name = "rebuild-figures",
        mixinStandardHelpOptions = true,
        description = {
            "Forgets all figures of uptake and makes them again from the event log, all or nothing.",
            "Works beside a running server, which shows the figures as they were until it is done, and without one."
        },
        footer = {"", "Example:", "  rebuild-figures --data.dir=/var/lib/qi-broker"})
final class RebuildFigures implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RebuildFigures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        long events = surroundings.withPlatform(InsightModule::rebuild);
        spec.commandLine().getOut().println("All figures are made again, from " + events + " events.");
        return 0;
    }
}
