package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextPatternTest {
    private static final List<Object[]> ARGUMENTS = List.of(
            new Object[0], new Object[] {"a"}, new Object[] {"{1}", 5, 12345, -7L}, new Object[] {1_234_567L, "'", "b"
            });

    @Test
    void textsReadAsTheFormatHasThem() {
        for (String pattern : List.of(
                "",
                "plain",
                "{0}",
                "{0} of {1}{2}",
                "it''s {0}",
                "'{0}' {1}",
                "{0,number,#} {1}",
                "{2}{1}{0}",
                "{0}''")) {
            for (Object[] arguments : ARGUMENTS) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    if (!pattern.contains("number") || (arguments.length > 0 && arguments[0] instanceof Number)) {
                        assertThat(TextPattern.of(pattern).format(locale, arguments))
                                .as(pattern)
                                .isEqualTo(new MessageFormat(pattern, locale).format(arguments));
                    }
                }
            }
        }
    }
}
