package org.qibroker.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Json;

class LedgerRulesTest {
    @TempDir
    static Path folder;

    private static Instrument instrument(String number, String subject, @Nullable Double mpe) {
        ToleranceAsked tolerance = mpe == null ? null : new ToleranceAsked(mpe, "mm", null);
        InstrumentDraft draft = new InstrumentDraft(
                number,
                subject,
                null,
                null,
                null,
                null,
                new RangeAsked(0.0, 150.0, "mm"),
                tolerance,
                null,
                12,
                null,
                null,
                InstrumentState.IN_USE,
                Criticality.B);
        return new Instrument(new UUID(0, 1), new UUID(0, 2), draft, null, null, LocalDate.EPOCH, null, 1);
    }

    private static LedgerSheet.Reading read(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.csv"), csv);
        return LedgerSheet.read(file, "ledger.csv", UnitRegistry.standard());
    }

    @Test
    void theSameSubjectRangeAndToleranceAreOneKind() {
        var kinds = LedgerRules.byKind(List.of(
                instrument("1", "数显卡尺", 0.03),
                instrument("2", "数显卡尺", 0.03),
                instrument("3", "数显卡尺", 0.02),
                instrument("4", "游标卡尺", 0.03),
                instrument("5", "数显卡尺", null)));
        assertThat(kinds.values().stream().map(List::size)).containsExactly(2, 1, 1, 1);
    }

    @Test
    void anItemIsRecognisedInTheWordsOfAnEvent() {
        var spec = LedgerRules.spec(instrument("1", "数显卡尺", 0.03).draft(), 2);
        JsonNode told = Json.mapper()
                .valueToTree(LedgerRules.spec(instrument("2", "数显卡尺", 0.03).draft(), 7));
        assertThat(LedgerRules.key(told)).isEqualTo(LedgerRules.key(spec));
    }

    @Test
    void aDisputeTakesACertificateBackAndItsEndGivesItAgain() {
        assertThat(LedgerRules.holds("booking-reported", "REPORTED")).contains(true);
        assertThat(LedgerRules.holds("booking-disputed", "DISPUTED")).contains(false);
        assertThat(LedgerRules.holds("booking-report-withdrawn", "COMPLETED")).contains(false);
        assertThat(LedgerRules.holds("booking-resolved", "CANCELLED")).contains(false);
        assertThat(LedgerRules.holds("booking-completed", "COMPLETED")).contains(true);
        assertThat(LedgerRules.holds("booking-received", "IN_PROGRESS")).isEmpty();
    }

    @Test
    void aFileIsReadByItsHeadingsInEitherLanguage() throws IOException {
        LedgerSheet.Reading reading = read(
                """
                管理编号,器具名称,测量下限,测量上限,单位,最大允许误差,校准周期(月),校准日期,状态,备注
                A-1,数显卡尺,0,150,mm,±0.03,12,2025年12月1日,封存,新
                """);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.ignored()).containsExactly("备注");
        InstrumentDraft draft = reading.drafts().get(0);
        assertThat(draft.tolerance()).isEqualTo(new ToleranceAsked(0.03, "mm", null));
        assertThat(draft.state()).isEqualTo(InstrumentState.SEALED);
        assertThat(Objects.requireNonNull(draft.last()).on()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(read("ownNumber,subject,intervalMonths\nA-1,数显卡尺,12\n").findings())
                .isEmpty();
    }

    @Test
    void whatIsWrongIsNamedByRowAndColumn() throws IOException {
        LedgerSheet.Reading reading = read(
                """
                管理编号,器具名称,单位,测量上限,校准周期(月),校准日期,状态
                A-1,数显卡尺,mm,150,一年,2025-13-01,在用
                A-2,,furlong,150,12,,丢失
                A-1,数显卡尺,mm,x,500,,
                """);
        assertThat(reading.findings())
                .extracting(finding -> finding.row() + " " + finding.column())
                .contains("2 校准周期(月)", "2 校准日期", "3 状态", "4 测量上限", "4 管理编号");
        assertThat(read("管理编号,名称,校准周期(月)\n1,尺,12\n2,,x\n").findings())
                .extracting(Finding::key)
                .containsExactly("ledger.finding.column-missing", "ledger.finding.headings-unknown");
        assertThat(read("").findings()).isNotEmpty();
    }
}
