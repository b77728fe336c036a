package org.qibroker.catalog.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.imports.ImportOptions.Format;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.imports.table.UnreadableFile;

/** Files that cannot be taken are refused with a word that says where and why. */
class BadFilesTest {
    private static final String HEADER = "类别,检测对象,项目/参数,说明\n";
    private static final Charset GB = Charset.forName("GB18030");

    private static void refused(byte[] content, Format format, String word) {
        assertThatThrownBy(() -> ScopeSheets.read(content, format, ColumnMapping.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(word);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void encodingsAreFoundAndWrongOnesNamed() {
        String file = HEADER + "计量,数显卡尺,示值误差,µ\n";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB, StandardCharsets.UTF_16}) {
            assertThat(ScopeSheets.read(file.getBytes(charset), Format.CSV, ColumnMapping.NONE)
                            .column(Column.SUBJECT))
                    .as(charset.name())
                    .containsExactly("数显卡尺");
        }
        refused(joined(utf8(HEADER), "计量,外径千分尺,示值误差,\n".getBytes(GB)), Format.CSV, "encoding-mixed [2]");
        refused(
                "family,subject,parameter\nMETROLOGY,caliper,10 \u00B5m\n".getBytes(StandardCharsets.ISO_8859_1),
                Format.CSV,
                "encoding-unknown [2]");
        refused(joined(utf8("\uFEFF" + HEADER), "计量,卡尺,,\n".getBytes(GB)), Format.CSV, "encoding-broken [UTF-8, 2]");
        refused(utf8(HEADER + "计量,卡\0尺,,\n"), Format.CSV, "file-with-nul [2]");
        refused(file.getBytes(StandardCharsets.UTF_16LE), Format.CSV, "file-with-nul [1]");
    }

    @Test
    void whatIsReadAsChineseOfAFewLettersIsDoubtfulAndReadAsItsSenderSays() {
        byte[] western = "family,subject,parameter,range\nMETROLOGY,caf\u00E9\u00E8,taste,1\u00B5\u00B1\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        ScopeSheets guessed = ScopeSheets.read(western, Format.CSV, ColumnMapping.NONE);
        assertThat(guessed.sheet().encoding()).isEqualTo(Encoding.GB18030);
        assertThat(guessed.codes()).contains("encoding-doubtful");
        ScopeSheets said = ScopeSheets.read(western, Format.CSV, Encoding.WINDOWS_1252);
        assertThat(said.codes()).doesNotContain("encoding-doubtful");
        assertThat(said.column(Column.SUBJECT)).containsExactly("caf\u00E9\u00E8");
        ScopeSheets chinese = ScopeSheets.read((HEADER + "计量,卡尺,,\n").getBytes(GB), Format.CSV, ColumnMapping.NONE);
        assertThat(chinese.sheet().encoding()).isEqualTo(Encoding.GB18030);
        assertThat(chinese.codes()).doesNotContain("encoding-doubtful");
        assertThatThrownBy(() -> ScopeSheets.read(western, Format.CSV, Encoding.UTF_8))
                .hasMessage("encoding-broken [UTF-8, 2]");
    }

    @Test
    void delimitedTextThatCannotBeToldApartIsRefused() {
        refused(new byte[0], Format.CSV, "file-empty");
        refused(utf8(" \n,,\n"), Format.CSV, "file-empty");
        refused(utf8(HEADER + "计量,\"卡尺,示值误差,\n计量,量块,长度,\n"), Format.CSV, "csv-quote-open [2]");
        refused(utf8(HEADER + "计量,\"卡尺,示值误差,\n计量,\"量块\",长度,\n"), Format.CSV, "csv-malformed [2]");
        refused(utf8("a,".repeat(10_000) + "\n"), Format.CSV, "too-many-columns [1, 1000]");
    }

    @Test
    void aHeaderNobodyKnowsIsUnusableAndSaysWhatIsMissing() {
        ScopeSheets read = ScopeSheets.read("甲,乙\n1,2\n", Format.CSV);
        assertThat(read.sheet().unusable()).isTrue();
        assertThat(read.codes())
                .containsExactly(
                        "unknown-column", "unknown-column", "column-missing", "column-missing", "column-missing");
    }

    @Test
    void cellsOfAMillionCharactersAreNotLost() {
        String longOne = "长".repeat(1_000_000);
        ScopeSheets read = ScopeSheets.read(HEADER + "计量,卡尺,示值误差," + longOne + "\n", Format.CSV);
        assertThat(read.column(Column.LIMITATION)).containsExactly(longOne);
    }

    @Test
    void jsonThatIsNoneIsRefusedWithItsPlace() {
        refused(utf8("{\"lines\": [{\"family\": }]}"), Format.JSON, "json-malformed [1, 24]");
        refused(utf8("{\"rows\": []}"), Format.JSON, "json-without-lines");
        refused(utf8("{\"lines\": [{\"family\": \"METROLOGY\"}"), Format.JSON, "json-malformed [1, 35]");
        assertThat(ScopeSheets.read("{\"lines\": [1, {\"subject\": \"卡\\u0000尺\"}]}", Format.JSON)
                        .column(Column.SUBJECT))
                .containsExactly("", "卡尺");
    }

    @Test
    void whatIsNoWorkbookIsRefusedWithAWord() {
        byte[] compound = joined(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, new byte[1000]);
        refused(compound, Format.XLSX, "xls-old");
        refused(compound, Format.CSV, "xls-old");
        refused(joined(compound, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)), Format.XLSX, "xlsx-password");
        refused(utf8(HEADER), Format.XLSX, "xlsx-not");
        refused(new byte[0], Format.XLSX, "file-empty");
        refused(Arrays.copyOf(workbook(), 500), Format.XLSX, "xlsx-damaged");
        refused(changed(workbook(), "xl/workbook.xml", xml -> null), Format.XLSX, "xlsx-not");
    }

    @Test
    void aWorkbookThatIsCalledTextIsReadAsWhatItIs() {
        assertThat(ScopeSheets.read(workbook(), Format.CSV, ColumnMapping.NONE).column(Column.SUBJECT))
                .containsExactly("钢筋");
    }

    @Test
    void aBombDoesNotUnfold() {
        String rows = "<row>" + " ".repeat(1_000) + "</row>";
        byte[] bomb = changed(
                workbook(),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace("<sheetData>", "<sheetData>" + rows.repeat(60_000)));
        assertThat(bomb.length).isLessThan(200_000);
        refused(bomb, Format.XLSX, "xlsx-bomb");
        byte[] oneCell = changed(
                workbook(),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace(
                        "<sheetData>", "<sheetData><row><c t=\"str\"><v>" + "z".repeat(3_000_000) + "</v></c></row>"));
        refused(oneCell, Format.XLSX, "xlsx-bomb");
    }

    /** Nothing of it is XML, so that a reader would only find it damaged. */
    @Test
    void aBombOfNothingButZeroesIsOneBeforeItIsUnfolded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeroes = new byte[1 << 20];
            for (int mebibyte = 0; mebibyte < 64; mebibyte++) {
                zip.write(zeroes);
            }
        }
        assertThat(bytes.size()).isLessThan(100_000);
        refused(bytes.toByteArray(), Format.XLSX, "xlsx-bomb");
    }

    @Test
    void moreRowsThanASheetHasAreTooMany() {
        byte[] far = changed(
                workbook(),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace("</sheetData>", "<row r=\"1048577\"><c t=\"str\"><v>x</v></c></row></sheetData>"));
        refused(far, Format.XLSX, "xlsx-too-large");
    }

    @Test
    void nothingThatXmlPointsAtIsRead() {
        byte[] entity = changed(workbook(), "xl/worksheets/sheet1.xml", xml -> xml.replaceFirst(
                        "\\?>", "?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>")
                .replace("<sheetData>", "<sheetData><row><c t=\"str\"><v>&y;</v></c></row>"));
        refused(entity, Format.XLSX, "xlsx-damaged");
    }

    @Test
    void cellsWhereNoneCanBeAreRefused() {
        refused(withCell("<c r=\"ZZZ1\" t=\"str\"><v>x</v></c>"), Format.XLSX, "xlsx-damaged");
        refused(withCell("<c r=\"BBB1\" t=\"str\"><v>x</v></c>"), Format.XLSX, "too-many-columns [3, 1000]");
        refused(withCell("<c t=\"s\"><v>999999999</v></c>"), Format.XLSX, "xlsx-damaged");
        assertThat(ScopeSheets.read(withCell("<c t=\"n\"><v>1E+999999999</v></c>"), Format.XLSX, ColumnMapping.NONE)
                        .column(Column.FAMILY))
                .containsExactly("TESTING", "1E+999999999");
    }

    private static byte[] withCell(String cell) {
        return changed(
                workbook(),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace(
                        "</sheetData>", "<row r=\"3\">" + cell + "<c t=\"str\"><v>y</v></c></row></sheetData>"));
    }

    private static byte[] workbook() {
        return ScopeSheets.workbook(sheet -> ScopeSheets.put(sheet, 0, "类别|检测对象|项目/参数", "TESTING|钢筋|抗拉强度"));
    }

    /** The workbook with one part changed, or without it. */
    private static byte[] changed(byte[] workbook, String part, UnaryOperator<@Nullable String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Path file = Files.write(Files.createTempFile("scope", ".xlsx"), workbook);
            try (ZipFile in = new ZipFile(file.toFile());
                    ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    String content = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    String kept = entry.getName().equals(part) ? change.apply(content) : content;
                    if (kept != null) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        out.write(kept.getBytes(StandardCharsets.UTF_8));
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
