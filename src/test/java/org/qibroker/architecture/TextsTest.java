package org.qibroker.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.http.Messages;

/** Every text is there in both languages, and every text that is asked for is there. */
class TextsTest {
    @Test
    void pairsOfBundlesHaveTheSameKeys() {
        Sources.files(Sources.TEXTS, path -> path.toString().endsWith("_zh.properties"))
                .forEach(zh -> {
                    Path en = Path.of(zh.toString().replace("_zh.", "_en."));
                    assertThat(Sources.properties(en).stringPropertyNames())
                            .as(zh.getFileName().toString())
                            .containsExactlyInAnyOrderElementsOf(
                                    Sources.properties(zh).stringPropertyNames());
                });
    }

    @Test
    void everyTextCanBeSetAndSaysSomething() {
        for (String language : Set.of("zh", "en")) {
            Sources.texts(language).forEach((key, text) -> {
                assertThat(text.toString()).as(key.toString()).isNotBlank();
                assertThatCode(() -> new MessageFormat(text.toString()))
                        .as(key.toString())
                        .doesNotThrowAnyException();
            });
        }
    }

    @Test
    void pairsOfTextsTakeTheSameArguments() {
        Properties en = Sources.texts("en");
        Sources.texts("zh").forEach((key, zh) -> assertThat(arguments(zh.toString()))
                .as(key.toString())
                .isEqualTo(arguments(en.getProperty(key.toString(), ""))));
    }

    @Test
    void everyKeyOfATemplateHasItsText() {
        assertAllThere(Sources.ending(Sources.TEMPLATES, ".jte"));
    }

    @Test
    void everyKeyOfAClassAndEveryRefusalHasItsText() {
        assertAllThere(Sources.ending(Sources.JAVA, ".java"));
    }

    @Test
    void everyTextIsOnTheClassPathOfTheBroker() {
        Messages messages = Messages.load();
        assertThat(Sources.texts("zh").stringPropertyNames()).allMatch(messages::has);
    }

    @Test
    void noticesAMissingText() {
        String source = "${ctx.t(\"a.b\")} ${ctx.t(\"c.\" + x)} ctx.flash(\"d\") messages.text(locale, \"e\", 1)"
                + " Refusal.conflict(\"f\", id) new Refusal(Kind.CONFLICT,\n \"g\") Refusal.badInput(\"/x/\" + i, \"h\")";
        Properties none = new Properties();
        assertThat(KeysUsed.of(source).without(none))
                .containsExactlyInAnyOrder("a.b", "c.", "d", "e", "problem.f", "problem.g", "fault.h");
        Properties some = new Properties();
        some.setProperty("a.b", "x");
        some.setProperty("c.d", "x");
        assertThat(KeysUsed.of(source).without(some)).doesNotContain("a.b", "c.");
    }

    @Test
    void noticesAnArgumentLost() {
        assertThat(arguments("{0} of {1}")).isNotEqualTo(arguments("{0}"));
    }

    private static void assertAllThere(Map<Path, String> sources) {
        Properties texts = Sources.texts("zh");
        Set<String> missing = new TreeSet<>();
        sources.forEach((path, source) ->
                KeysUsed.of(source).without(texts).forEach(key -> missing.add(key + " (" + path.getFileName() + ")")));
        assertThat(missing).isEmpty();
    }

    private static int arguments(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }
}
