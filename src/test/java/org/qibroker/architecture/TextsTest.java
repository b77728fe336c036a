package org.qibroker.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.insight.Figure;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.http.Messages;
import org.qibroker.report.conformity.Conformity;
import org.qibroker.shared.DecisionRule;

/** Every text is there in both languages, and every text that is asked for is there. */
class TextsTest {
    private static final Map<String, Enum<?>[]> OF_CONSTANTS = Map.ofEntries(
            entry("booking.action.", BookingAction.values()),
            entry("booking.state.", BookingState.values()),
            entry("booking.now.", BookingState.values()),
            entry("insight.figure.", Figure.values()),
            entry("insight.formula.", Figure.values()),
            entry("lint.name.", Rule.values()),
            entry("lint.rule.", Rule.values()),
            entry("lint.right.", Rule.values()),
            entry("matching.criterion.", Criterion.values()),
            entry("matching.verdict.", Verdict.values()),
            entry("notify.topic.", Topic.values()),
            entry("report.conformity.", Conformity.values()),
            entry("shared.decision-rule.", DecisionRule.values()));

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
    void everyConstantThatPagesNameHasItsText() {
        Properties texts = Sources.texts("zh");
        OF_CONSTANTS.forEach((prefix, constants) ->
                assertThat(untold(prefix, constants, texts)).as(prefix).isEmpty());
        assertThat(untold("lint.name.", Rule.values(), new Properties())).hasSameSizeAs(Rule.values());
    }

    private static List<String> untold(String prefix, Enum<?>[] constants, Properties texts) {
        return Stream.of(constants)
                .map(constant -> prefix + constant.name())
                .filter(key -> !texts.containsKey(key))
                .toList();
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
