package org.qibroker;

import org.qibroker.cli.CommandLineTool;

/** Entry point of the broker. */
public final class Main {
    private Main() {}

    /** Runs the command line; exit code 0 is done, 1 refused, 2 wrongly called. */
    public static void main(String[] args) {
        System.exit(CommandLineTool.run(args));
    }
}
