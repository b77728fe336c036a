package org.qibroker.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Glossary;

/** What people wrote in Chinese is shown in English to who reads English, as far as its name is known. */
class PageContextTest {
    private static final UUID SITE = new UUID(7, 7);
    private static final Map<String, String> NAMES =
            Map.of("数显卡尺", "digital caliper", "示值误差", "error of indication", SITE.toString(), "head office");
    private static final Glossary GLOSSARY = (kind, word) -> NAMES.get(word);

    private static PageContext reading(Locale locale) {
        return new PageContext(
                new PageContext.Voice(Messages.load(), GLOSSARY, new Templates()),
                new PageContext.Reader(Caller.ANONYMOUS, "", locale, "light"),
                "/",
                null,
                null);
    }

    @Test
    void theLabsOwnWordComesFirstThenTheKnownOneThenWhatWasWritten() {
        PageContext english = reading(Messages.EN);
        assertThat(english.subject("数显卡尺", "Electronic caliper")).isEqualTo("Electronic caliper");
        assertThat(english.subject("数显卡尺", null)).isEqualTo("digital caliper");
        assertThat(english.subject("数显卡尺", " ")).isEqualTo("digital caliper");
        assertThat(english.subject("某仪器")).isEqualTo("某仪器");
        assertThat(english.parameter("示值误差")).isEqualTo("error of indication");
        assertThat(english.parameter("示值误差 50 mm")).isEqualTo("error of indication 50 mm");
        assertThat(english.parameter("某误差 50 mm")).isEqualTo("某误差 50 mm");
        assertThat(english.organisation("数显卡尺")).isEqualTo("digital caliper");
        assertThat(english.organisation("某公司")).isEqualTo("某公司");
        assertThat(english.site(SITE, "总部")).isEqualTo("head office");
        assertThat(english.site(new UUID(7, 8), "总部")).isEqualTo("总部");
        assertThat(english.priceUnit("樘")).isEqualTo("樘");
        assertThat(english.scenario("柔性化工厂运营")).isEqualTo("Flexible factory operation");
        assertThat(english.scenario("某场景")).isEqualTo("某场景");
    }

    @Test
    void onAChinesePageEverythingStaysAsItWasWritten() {
        PageContext chinese = reading(Messages.ZH);
        assertThat(chinese.subject("数显卡尺", "Electronic caliper")).isEqualTo("数显卡尺");
        assertThat(chinese.parameter("示值误差")).isEqualTo("示值误差");
        assertThat(chinese.organisation("数显卡尺")).isEqualTo("数显卡尺");
        assertThat(chinese.scenario("柔性化工厂运营")).isEqualTo("柔性化工厂运营");
    }

    @Test
    void whatWasWrittenInEnglishIsNotWrittenAnew() {
        Glossary other = (kind, word) -> "another word";
        PageContext english = new PageContext(
                new PageContext.Voice(Messages.load(), other, new Templates()),
                new PageContext.Reader(Caller.ANONYMOUS, "", Messages.EN, "light"),
                "/",
                null,
                null);
        assertThat(english.subject("Vernier calliper")).isEqualTo("Vernier calliper");
    }
}
