package org.qibroker.catalog.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.imports.ImportOptions.Format;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.table.TableRow;

/** Annexes of accreditation certificates, as laboratories have them. */
class AnnexTest {
    private static ScopeSheets read(byte[] workbook) {
        return ScopeSheets.read(workbook, Format.XLSX, ColumnMapping.NONE);
    }

    /** The calibration annex: titles, numbered columns, sections, one instrument over several rows. */
    static void calibration(Worksheet sheet) {
        ScopeSheets.put(
                sheet,
                0,
                "中国合格评定国家认可委员会",
                "认可的校准和测量能力范围",
                "",
                "序号|测量仪器名称|被测量|校准规范代号|测量范围 (mm)|扩展不确定度 (k=2)|说明|生效日期",
                "1|2|3|4|5|6|7|8",
                "一、长度",
                "1|数显卡尺 Digital caliper|示值误差|JJG 30-2012|0~150|U=0.01 mm||2026-01-01",
                "|||JJG 30-2012|150~500|U=0.02 mm||2026-01-01",
                "2|千分尺|示值误差|JJG 21-2008|0~25|U=1 µm|不做数显|2026-01-01",
                "二、热工",
                "3|水银温度计|示值|JJG 130-2011|-30 ℃~100 ℃|U=0.05 ℃||2026-01-01");
        sheet.range(0, 0, 0, 7).merge();
        sheet.range(1, 0, 1, 7).merge();
        sheet.range(5, 0, 5, 7).merge();
        sheet.range(6, 0, 7, 0).merge();
        sheet.range(6, 1, 7, 1).merge();
        sheet.range(6, 2, 7, 2).merge();
    }

    @Test
    void aCalibrationAnnexIsReadAsItStands() {
        ScopeSheets annex = read(ScopeSheets.workbook(AnnexTest::calibration));
        assertThat(annex.column(Column.SUBJECT))
                .containsExactly("数显卡尺 Digital caliper", "数显卡尺 Digital caliper", "千分尺", "水银温度计");
        assertThat(annex.column(Column.PARAMETER)).containsExactly("示值误差", "示值误差", "示值误差", "示值");
        assertThat(annex.column(Column.RANGE)).containsExactly("0~150 mm", "150~500 mm", "0~25 mm", "-30 ℃~100 ℃");
        assertThat(annex.column(Column.UNCERTAINTY)).containsExactly("U=0.01 mm", "U=0.02 mm", "U=1 µm", "U=0.05 ℃");
        assertThat(annex.column(Column.FAMILY)).containsOnly("METROLOGY");
        assertThat(annex.column(Column.SERVICE_KIND)).containsOnly("CALIBRATION");
        assertThat(annex.column(Column.LIMITATION)).containsExactly("", "", "不做数显", "");
        assertThat(annex.rows()).extracting(Sheet.SheetRow::number).containsExactly(7, 8, 9, 11);
        assertThat(annex.codes()).containsExactly("family-assumed", "section-row", "section-row");
    }

    private static void grouped(Worksheet sheet) {
        ScopeSheets.put(
                sheet,
                0,
                "认可的检测能力范围",
                "序号|检测对象|项目/参数||领域代码|检测标准(方法)名称及编号(含年号)|限制范围|说明",
                "||序号|名称||||",
                "1|水和废水|1|pH 值|0101|水质 pH值的测定 HJ 1147-2020||",
                "||2|化学需氧量|0102|HJ 828-2017|只测地表水|2025 年扩项");
        sheet.range(1, 2, 1, 3).merge();
        sheet.range(1, 0, 2, 0).merge();
        sheet.range(1, 1, 2, 1).merge();
        sheet.range(3, 0, 4, 0).merge();
        sheet.range(3, 1, 4, 1).merge();
    }

    @Test
    void columnsOfAGroupAreToldApartByTheRowBelow() {
        ScopeSheets annex = read(ScopeSheets.workbook(AnnexTest::grouped));
        assertThat(annex.column(Column.SUBJECT)).containsExactly("水和废水", "水和废水");
        assertThat(annex.column(Column.PARAMETER)).containsExactly("pH 值", "化学需氧量");
        assertThat(annex.column(Column.METHODS)).containsExactly("水质 pH值的测定 HJ 1147-2020", "HJ 828-2017");
        assertThat(annex.column(Column.LIMITATION)).containsExactly("", "只测地表水；2025 年扩项");
        assertThat(annex.column(Column.FAMILY)).containsOnly("TESTING");
        assertThat(annex.codes()).containsExactly("family-assumed");
    }

    @Test
    void anEnglishAnnexIsReadToo() {
        ScopeSheets annex = read(ScopeSheets.workbook(sheet -> ScopeSheets.put(
                sheet,
                0,
                "SCOPE OF ACCREDITATION - CALIBRATION",
                "No.|Measuring Instrument|Measurand|Calibration Method|Measurement Range|Expanded Uncertainty (k=2)|Note",
                "1|Gauge block|Length|JJG 146-2011|(0.5~100) mm|U=Q[0.1, 1.0L]µm（L:m）|")));
        assertThat(annex.column(Column.SUBJECT)).containsExactly("Gauge block");
        assertThat(annex.column(Column.RANGE)).containsExactly("(0.5~100) mm");
        assertThat(annex.column(Column.FAMILY)).containsExactly("METROLOGY");
    }

    @Test
    void everySheetWithAHeaderIsReadAndTheOthersAreNamed() {
        ScopeSheets annex = read(ScopeSheets.workbook(
                sheet -> ScopeSheets.put(sheet, 0, "附件说明", "共两页"), AnnexTest::calibration, sheet -> {
                    ScopeSheets.put(sheet, 0, "类别|检测对象|项目/参数", "TESTING|钢筋|抗拉强度");
                }));
        assertThat(annex.column(Column.SUBJECT)).hasSize(5).endsWith("钢筋");
        assertThat(annex.rows().get(4).number()).isEqualTo(TableRow.place(2, 2));
        assertThat(annex.codes()).contains("sheet-without-header");
    }

    private static void formatted(Worksheet sheet) {
        ScopeSheets.put(sheet, 0, "类别|检测对象|项目/参数|扩展不确定度|周期(工作日)|生效日期|测量范围");
        ScopeSheets.put(sheet, 1, "METROLOGY|流量计|流量");
        sheet.value(1, 3, 0.003);
        sheet.style(1, 3).format("0.0%").set();
        sheet.value(1, 4, 5);
        sheet.value(1, 5, LocalDate.of(2026, 3, 1));
        sheet.style(1, 5).format("yyyy/m/d").set();
        sheet.value(1, 6, 0.1 + 0.2);
        sheet.style(1, 6).format("0.00\\ \\m³\\/\\h").set();
    }

    @Test
    void numbersSayWhatTheirFormatShows() {
        ScopeSheets annex = read(ScopeSheets.workbook(AnnexTest::formatted));
        Sheet.SheetRow row = annex.rows().get(0);
        assertThat(row.cell(Column.UNCERTAINTY)).isEqualTo("0.3%");
        assertThat(row.cell(Column.TURNAROUND_DAYS)).isEqualTo("5");
        assertThat(row.cell(Column.VALID_FROM)).isEqualTo("2026-03-01");
        assertThat(row.cell(Column.RANGE)).isEqualTo("0.3 m³/h");
    }

    @Test
    void aHeadingMeansWhatItsProviderSaidWhereverTheHeaderStands() {
        ColumnMapping said = new ColumnMapping(Map.of(
                "台账名", Optional.of(Column.SUBJECT), "指标", Optional.of(Column.PARAMETER), "经办", Optional.empty()));
        byte[] file = ScopeSheets.workbook(
                sheet -> ScopeSheets.put(sheet, 0, "校准项目一览", "台账名|指标|经办|量程", "卡尺|示值误差|张|0~150 mm"));
        ScopeSheets read = ScopeSheets.read(file, Format.XLSX, said);
        assertThat(read.column(Column.SUBJECT)).containsExactly("卡尺");
        assertThat(read.column(Column.RANGE)).containsExactly("0~150 mm");
        assertThat(read.codes()).containsExactly("family-assumed");
    }

    @Test
    void aDoubtfulHeadingIsTakenAndNamed() {
        ScopeSheets read = ScopeSheets.read("类别,主要仪器名称,项目/参数,最大允许误差或不确定度\nMETROLOGY,卡尺,示值误差,0.5级\n", Format.CSV);
        assertThat(read.column(Column.SUBJECT)).containsExactly("卡尺");
        assertThat(read.codes()).containsExactly("column-assumed", "column-assumed");
    }
}
