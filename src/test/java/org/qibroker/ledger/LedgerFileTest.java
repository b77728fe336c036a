package org.qibroker.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.ledger.InstrumentDraft.Certificate;
import org.qibroker.measure.unit.UnitRegistry;

class LedgerFileTest {
    private static final InstrumentDraft WHOLE = new InstrumentDraft(
            "=1+1",
            "数显卡尺",
            "'-150",
            "000123",
            "一号车间, 左",
            "张\"三\"",
            new RangeAsked(-0.5, 1e-7, "mm"),
            new ToleranceAsked(0.03, "mm", 4.0),
            "1.6级",
            12,
            new Certificate("CAL-1", LocalDate.of(2025, 2, 28), "某院"),
            LocalDate.of(2026, 12, 1),
            InstrumentState.SEALED,
            Criticality.A);
    private static final InstrumentDraft BARE = new InstrumentDraft(
            "A-1",
            "压力表",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            6,
            null,
            null,
            InstrumentState.IN_USE,
            Criticality.B);

    @TempDir
    static Path folder;

    private static Path file(LedgerFile form) throws IOException {
        return Files.write(
                folder.resolve("ledger." + form.name().toLowerCase(Locale.ROOT)),
                form.written(List.of(WHOLE, BARE)).getBytes());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgainWithoutADifference(LedgerFile form) throws IOException {
        Path file = file(form);
        LedgerSheet.Reading reading = LedgerSheet.read(file, file.toString(), UnitRegistry.standard());
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.ignored()).isEmpty();
        assertThat(reading.drafts()).containsExactly(WHOLE, BARE);
    }

    @Test
    void numbersAndDaysOfAWorkbookCanBeCalculatedWith() throws IOException {
        try (ZipFile workbook = new ZipFile(file(LedgerFile.XLSX).toFile())) {
            String sheet = new String(
                    workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            long day = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), LocalDate.of(2026, 12, 1));
            assertThat(sheet).contains("<v>0.03</v>", "<v>12</v>").containsPattern("<v>" + day + "(\\.0)?</v>");
        }
    }
}
