package org.qibroker.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SamplePdfTest {
    @Test
    void itsTableOfObjectsPointsAtThem() {
        String file = new SamplePdf(List.of("one line", "another")).content().toString(StandardCharsets.US_ASCII);
        Matcher place = Pattern.compile("(\\d{10}) 00000 n").matcher(file);
        int number = 0;
        while (place.find()) {
            number++;
            assertThat(file.substring(Integer.parseInt(place.group(1)))).startsWith(number + " 0 obj");
        }
        assertThat(number).isEqualTo(5);
        int table = Integer.parseInt(file.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));
        assertThat(file.substring(table)).startsWith("xref");
        assertThat(file).contains("(one line) Tj", "(another) Tj").endsWith("%%EOF\n");
    }
}
