package org.qibroker.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.lint.rules.LintedLine;

/**
 * Judges published scopes, which are not part of the product, and prints what is doubtful, for a person to judge whether
 * that is true and useful. Runs only with {@code -Dreal.data=FOLDER}.
 */
class RealLintTest {
    private static final int COPIES = 160;
    private static final long MS = 1_000_000;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void judgesPublishedScopes() throws IOException {
        String folder = System.getProperty("real.data", "");
        assumeTrue(!folder.isEmpty(), "no real data named");
        List<Lines.Line> lines = ScopeCsv.read(Path.of(folder, "real-scopes.csv"));
        LintReport report = Lines.judged(lines);
        report.findings().forEach(finding -> System.out.println(finding.rule() + "\t" + finding.arguments()));
        System.out.printf(
                "%d lines, score %.1f%n", report.lines(), report.quality().score());
        report.counts().forEach((rule, count) -> System.out.println("COUNT\t" + rule + "\t" + count));
        assertThat(report.lines()).isEqualTo(lines.size());
        time(lines);
    }

    private static void time(List<Lines.Line> lines) {
        LintRun run = new LintRun(Lines.around(), 0);
        long reading = 0;
        long begun = CPU.getCurrentThreadCpuTime();
        for (int copy = 0; copy < COPIES; copy++) {
            for (Lines.Line line : lines) {
                long before = CPU.getCurrentThreadCpuTime();
                LintedLine made = line.made();
                reading += CPU.getCurrentThreadCpuTime() - before;
                run.accept(made);
            }
        }
        int judged = run.finish().lines();
        long all = CPU.getCurrentThreadCpuTime() - begun;
        System.out.printf(
                "TIME\t%d lines: read in %d ms, judged in %d ms of processor time%n",
                judged, reading / MS, (all - reading) / MS);
    }
}
