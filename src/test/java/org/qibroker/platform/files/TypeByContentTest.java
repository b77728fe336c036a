package org.qibroker.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TypeByContentTest {
    private static Optional<FileType> of(String name, byte[] content) {
        return TypeByContent.of(name, content, content);
    }

    private static Optional<FileType> of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void contentDecidesWhateverTheNameSays() {
        assertThat(of("report.exe", "%PDF-1.7\n\u0000\u0001")).contains(FileType.PDF);
        assertThat(of("photo.pdf", "\u0089PNG\r\n\u001a\n\u0000")).contains(FileType.PNG);
        assertThat(of("photo", "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF")).contains(FileType.JPEG);
        assertThat(of("photo", "RIFF\u0010\u0000\u0000\u0000WEBPVP8 ")).contains(FileType.WEBP);
    }

    @Test
    void programsAndArchivesAreNotTaken() {
        assertThat(of("report.pdf", "MZ\u0090\u0000\u0003")).isEmpty();
        assertThat(of("report.pdf", "\u007fELF\u0002\u0001")).isEmpty();
        assertThat(of("report.pdf", zip("setup.exe"))).isEmpty();
        assertThat(of("sound.webp", "RIFF\u0010\u0000\u0000\u0000WAVEfmt ")).isEmpty();
    }

    @Test
    void aWorkbookIsTakenUnlessItHoldsMacros() {
        assertThat(of("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
        assertThat(of("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEmpty();
        assertThat(of("a.xlsx", zip("[Content_Types].xml", "word/document.xml")))
                .isEmpty();
    }

    @Test
    void xmlIsTakenUnlessABrowserWouldRunItOrItBringsADocumentType() {
        assertThat(of("dcc.xml", "<?xml version=\"1.0\"?>\n<!-- DCC -->\n<dcc:digitalCalibrationCertificate/>"))
                .contains(FileType.XML);
        assertThat(of("dcc.xml", "\u00ef\u00bb\u00bf<a/>")).contains(FileType.XML);
        assertThat(of("dcc.xml", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a/>"))
                .isEmpty();
        assertThat(of("page.xml", "<html><script>alert(1)</script></html>")).isEmpty();
        assertThat(of("page.txt", "<!doctype html><p>")).isEmpty();
        assertThat(of("picture.svg", "<?xml version=\"1.0\"?><svg:svg onload=\"alert(1)\"/>"))
                .isEmpty();
        assertThat(of("never-ending.xml", "<?xml version=")).isEmpty();
    }

    @Test
    void textIsTextInAnyEncodingOfCharacters() {
        assertThat(of("values.csv", "x,y\r\n1,2\r\n")).contains(FileType.CSV);
        assertThat(of("values.txt", "U ≤ 0.02 mm".getBytes(StandardCharsets.UTF_8)))
                .contains(FileType.TEXT);
        assertThat(of("values.txt", "数显卡尺".getBytes(Charset.forName("GB18030"))))
                .contains(FileType.TEXT);
        assertThat(of("limit.txt", "<5 mg/L")).contains(FileType.TEXT);
        assertThat(of("values.txt", "a\u0000b")).isEmpty();
        assertThat(of("values.txt", "\u001b[2J")).isEmpty();
    }

    @Test
    void aNameHasTheExtensionOfTheTypeAndNothingThatSteers() {
        assertThat(FileType.PDF.named(FileName.of("..\\..\\C:\\证书.PDF"))).isEqualTo("证书.PDF");
        assertThat(FileType.TEXT.named(FileName.of("run.sh"))).isEqualTo("run.sh.txt");
        assertThat(FileType.JPEG.named(FileName.of("a.jpeg"))).isEqualTo("a.jpeg");
        assertThat(FileName.of("a\u202egpj.exe")).isEqualTo("agpj.exe");
        assertThat(FileName.of("a\r\nSet-Cookie: b")).isEqualTo("aSet-Cookie b");
        assertThat(FileName.of("x/../..")).isEqualTo("file");
        assertThat(FileName.of(null)).isEqualTo("file");
        assertThat(FileName.of("长".repeat(500))).hasSize(150);
    }
}
