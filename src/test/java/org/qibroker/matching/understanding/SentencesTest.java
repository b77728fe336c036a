package org.qibroker.matching.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.config.ConfigFiles;
import org.qibroker.platform.time.WorkCalendar;

/**
 * The sentences of {@code understanding/sentences.txt} and what whoever wrote them means. A sentence stands on a line of
 * its own ({@code \n} in it is a line end); below it, indented, what is to be understood, as {@link ReadingText} writes it.
 */
class SentencesTest {
    /** A Tuesday. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    static final Understanding UNDERSTANDING = new Understanding(
            UnitRegistry.standard(),
            Thesaurus.standard(),
            WorkCalendar.load(ConfigFiles.open("holidays-cn.csv")),
            () -> ScopeView.EMPTY,
            CLOCK);

    static Map<String, List<String>> table() throws IOException {
        Map<String, List<String>> table = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(SentencesTest.class.getResourceAsStream("/understanding/sentences.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("  ")) {
                    expected.add(line.strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    expected = new ArrayList<>();
                    assertThat(table.put(line.replace("\\n", "\n"), expected))
                            .as(line)
                            .isNull();
                }
            }
        }
        return table;
    }

    @Test
    void areUnderstoodAsTheyAreMeant() throws IOException {
        Map<String, List<String>> table = table();
        assertThat(table).hasSizeGreaterThan(200);
        SoftAssertions all = new SoftAssertions();
        table.forEach((sentence, expected) -> all.assertThat(ReadingText.of(UNDERSTANDING.read(sentence)))
                .as(sentence)
                .containsExactlyElementsOf(expected));
        all.assertAll();
    }
}
