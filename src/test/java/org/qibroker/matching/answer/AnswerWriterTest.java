package org.qibroker.matching.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.matching.Items;
import org.qibroker.matching.Scopes;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Json;
import org.qibroker.platform.http.Messages;

class AnswerWriterTest {
    private static final AnswerTexts TEXTS = new AnswerTexts(Messages.load(), UnitRegistry.standard());

    private static MatchAnswer answer() {
        Scopes scopes = new Scopes();
        scopes.provider("甲").holding("CNAS").line(LineText.of("0~300 mm", "U=0.01 mm"));
        scopes.provider("乙")
                .holding("CNAS")
                .line(LineText.of("0~150 mm", "U=0.01 mm"))
                .line(LineText.of("150~500 mm", "U=(0.01+L/100000)mm").limitation("“\"capabilityId\":\"…"));
        scopes.provider("丙").line(LineText.of("0~200 mm", "U=0.05 mm"));
        Items asked = Items.caliper().range(0.0, 300.0, "mm").limit(0.02, "mm").marks("CNAS");
        return new MatchAnswer(
                List.of(
                        scopes.answer(asked.spec()),
                        scopes.answer(Items.caliper().methods("JJF 9999-2020").spec())),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatIsWrittenOnceReadsAsIfItHadBeenWrittenForEachLine(String language) {
        Locale locale = Locale.forLanguageTag(language);
        MatchAnswer answer = answer();
        String each = Json.write(TEXTS.in(locale, answer));
        AnswerWriter writer = new AnswerWriter(TEXTS);
        assertThat(writer.write(locale, answer).toString()).isEqualTo(each);
        assertThat(writer.write(locale, Map.of("answer", answer)).toString()).isEqualTo("{\"answer\":" + each + "}");
    }
}
