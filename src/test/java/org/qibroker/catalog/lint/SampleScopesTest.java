package org.qibroker.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The made-up labs of the sample region publish nothing that cannot be right. */
class SampleScopesTest {
    private static final Path SCOPES = Path.of("src/main/resources/sample/scopes");

    @TestFactory
    List<DynamicTest> nothingIsWrong() throws IOException {
        try (Stream<Path> files = Files.list(SCOPES)) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> judge(file)))
                    .toList();
        }
    }

    private static void judge(Path file) throws IOException {
        LintReport report = Lines.judged(ScopeCsv.read(file));
        assertThat(report.lines()).isPositive();
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().severity() == Severity.ERROR)
                .isEmpty();
    }
}
