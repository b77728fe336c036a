package org.qibroker.catalog.imports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.imports.columns.Column;

class FindingLogTest {
    @Test
    void aMillionFindingsAreCountedAndTheFirstAreKept() {
        FindingLog log = new FindingLog();
        for (int i = 1; i <= 1_000_000; i++) {
            log.add(Finding.warning(i, Column.RANGE, "range-not-understood", "见附表"));
        }
        assertThat(log.count()).isEqualTo(1_000_000);
        assertThat(log.warnings()).isEqualTo(1_000_000);
        assertThat(log.kept()).hasSize(FindingLog.MOST_KEPT).last().satisfies(last -> assertThat(last.row())
                .isEqualTo(FindingLog.MOST_KEPT));
    }

    @Test
    void aHugeCellIsShownByItsBeginning() {
        FindingLog log = new FindingLog();
        log.add(new Finding(null, 1, "x", Finding.Severity.INFO, "c", List.of(), "长".repeat(100_000)));
        assertThat(log.kept().get(0).value()).hasSize(201).endsWith("…");
    }
}
