package org.qibroker.catalog.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;
import org.qibroker.catalog.imports.table.UnreadableFile;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.measure.unit.UnitRegistry;

/** Ten thousand mangled files: each is refused with a word, or each of its rows becomes a line or is refused. */
class MangledFilesTest {
    private static final int FILES = 10_000;
    private static final UnitRegistry UNITS = UnitRegistry.standard();

    @TempDir
    private Path folder;

    @Test
    void eachIsRefusedWithAWordOrLosesNoLine() throws IOException {
        MangledFiles files = new MangledFiles(20261127);
        Path file = folder.resolve("scope");
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            MangledFiles.Mangled next = files.next();
            Files.write(file, next.content());
            try {
                read += rows(new SheetFile(file, next.format(), ColumnMapping.NONE), i);
            } catch (UnreadableFile refused) {
                assertThat(refused.code()).isNotBlank();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("file " + i + " of " + next.format(), e);
            }
        }
        assertThat(read).isGreaterThan(FILES / 2);
    }

    private static int rows(SheetFile file, int number) throws IOException {
        Site site = new Site(
                new UUID(0, 1),
                new UUID(0, 0),
                "本部",
                null,
                "310115",
                "",
                true,
                "Asia/Shanghai",
                null,
                Confirmation.STATED,
                1);
        Provider lab = new Provider(
                new UUID(0, 0), "甲", null, List.of(site), List.of(), null, null, java.util.Set.of(), 1, PriceList.NONE);
        int rows = 0;
        int before = 0;
        try (Sheet sheet = file.open()) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                List<Finding> findings = new ArrayList<>(row.findings());
                boolean taken = new RowReader(lab, UNITS, LocalDate.of(2026, 1, 1), findings)
                        .read(row)
                        .isPresent();
                boolean refused = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
                assertThat(taken).as("file %d, row %d", number, row.number()).isNotEqualTo(refused);
                assertThat(row.number()).isGreaterThan(before);
                before = row.number();
                rows++;
            }
        }
        return rows;
    }
}
