package org.qibroker.catalog.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;
import org.qibroker.catalog.imports.table.UnreadableFile;

class TableSheetTest {
    private static final String FILE = "检测对象,类别,项目/参数|被测量,颜色\n卡尺,计量,示值误差,红\n\n,,,\n量块,计量,,\n";

    @TempDir
    private Path folder;

    /** A sheet and all its rows. */
    private record Read(Sheet sheet, List<SheetRow> rows) {
        List<Finding> findings() {
            return sheet.findings();
        }
    }

    private Read read(String text, Charset charset) {
        return read(text, charset, ColumnMapping.NONE);
    }

    private Read read(String text, Charset charset, ColumnMapping columns) {
        try {
            Path file = Files.write(folder.resolve("scope.csv"), text.getBytes(charset));
            try (Sheet sheet = new SheetFile(file, ImportOptions.Format.CSV, columns).open()) {
                List<SheetRow> rows = new ArrayList<>();
                for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                    rows.add(row);
                }
                return new Read(sheet, rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void theEncodingIsFound(String charset) {
        assertThat(read(FILE, Charset.forName(charset)).rows())
                .extracting(row -> row.cell(Column.SUBJECT))
                .containsExactly("卡尺", "量块");
    }

    @Test
    void aQuotationMarkNeverClosedIsRefusedInsteadOfSwallowingTheRest() {
        String file = "类别,检测对象,项目/参数\n计量,\"量块,示值误差\n计量,卡尺,示值误差\n";
        assertThatThrownBy(() -> read(file, StandardCharsets.UTF_8))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("csv-quote-open [2]");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        assertThat(read("\uFEFFfamily,subject,parameter\nTESTING,钢筋,抗拉强度\n", StandardCharsets.UTF_8)
                        .findings())
                .isEmpty();
    }

    @Test
    void rowsKeepTheirNumbersAndAColumnThatNobodyKnowsIsNamed() {
        Read sheet = read(FILE, StandardCharsets.UTF_8);
        assertThat(sheet.rows()).extracting(SheetRow::number).containsExactly(2, 5);
        assertThat(sheet.findings()).extracting(Finding::code).containsExactly("unknown-column");
    }

    @Test
    void aColumnThatIsNeededButNotThereMakesTheFileUnusable() {
        Read sheet = read("family,subject\nTESTING,钢筋\n", StandardCharsets.UTF_8);
        assertThat(sheet.sheet().unusable()).isTrue();
        assertThat(sheet.findings())
                .extracting(Finding::column, Finding::code)
                .containsExactly(tuple("parameter", "column-missing"));
    }

    @Test
    void theApostropheOfAnExportIsTakenAwayAgain() {
        String file = "family,subject,parameter,range\nMETROLOGY,温度计,示值,'-196 ℃～+300 ℃\n";
        assertThat(read(file, StandardCharsets.UTF_8).rows().get(0).cell(Column.RANGE))
                .isEqualTo("-196 ℃～+300 ℃");
    }

    @Test
    void semicolonsAndLineEndsWithinCellsAreTaken() {
        String file =
                "family;subject;parameter;methods\r\nTESTING;钢筋;\"抗拉\r\n强度\";\"GB/T 228.1-2021; GB/T 232-2010\"\r\n";
        SheetRow row = read(file, StandardCharsets.UTF_8).rows().get(0);
        assertThat(row.cell(Column.PARAMETER)).isEqualTo("抗拉\r\n强度");
        assertThat(row.cell(Column.METHODS)).isEqualTo("GB/T 228.1-2021; GB/T 232-2010");
    }

    @Test
    void aFileWithoutTextIsRefused() {
        assertThatThrownBy(() -> read(" \r\n", StandardCharsets.UTF_8))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("file-empty");
    }

    @Test
    void aHeadingMeansWhatItsProviderSaid() {
        ColumnMapping said = new ColumnMapping(Map.of(
                "仪器", Optional.of(Column.SUBJECT), "检测对象", Optional.empty(), "指标", Optional.of(Column.PARAMETER)));
        Read sheet = read("类别,仪器,检测对象,指 标\n计量,卡尺,别的,示值误差\n", StandardCharsets.UTF_8, said);
        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.rows().get(0).cells())
                .containsEntry(Column.SUBJECT, "卡尺")
                .containsEntry(Column.PARAMETER, "示值误差");
    }

    @Test
    void anEncodingThatIsFoundWrongOnlyAtTheEndIsFound() {
        String file = "family,subject,parameter\n" + "TESTING,steel,strength\n".repeat(10_000) + "TESTING,钢筋,抗拉强度\n";
        assertThat(read(file, Charset.forName("GB18030")).rows())
                .last()
                .extracting(row -> row.cell(Column.SUBJECT))
                .isEqualTo("钢筋");
    }

    @Test
    void noRowIsLostHoweverManyThereAre() {
        for (int rows : new int[] {1, 58, 59, 60, 61, 200}) {
            StringBuilder file = new StringBuilder("family,subject,parameter\n");
            for (int i = 0; i < rows; i++) {
                file.append("TESTING,steel ").append(i).append(",strength\n");
            }
            assertThat(read(file.toString(), StandardCharsets.UTF_8).rows()).hasSize(rows);
        }
    }
}
