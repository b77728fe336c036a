package org.qibroker.catalog.lint.rules;

import java.util.Set;
import java.util.stream.Stream;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Fix;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** Doubts about what is said in words. */
final class WordRules {
    private static final Set<String> NOTHING = Set.of("", "无", "没有", "无限制", "none", "na", "nil", "no", "不限");

    private WordRules() {}

    /** Any limitation makes every match conditional; one that says there is none does so for nothing. */
    static Stream<Finding> limitation(LintedLine line, Surroundings around) {
        String text = line.texts().limitation();
        if (text == null) {
            return Stream.empty();
        }
        return NOTHING.contains(TextKey.of(text))
                ? Stream.of(line.finding(Rule.LIMITATION_EMPTY, Field.LIMITATION, Fix.remove(text), text))
                : Stream.of(line.finding(Rule.LIMITATION_NOT_UNDERSTOOD, Field.LIMITATION, text, text));
    }

    static Stream<Finding> parameter(LintedLine line, Surroundings around) {
        Family family = line.read().service().family();
        boolean asked = family == Family.METROLOGY || family == Family.TESTING;
        return asked && line.read().service().parameter().isBlank()
                ? Stream.of(line.finding(Rule.PARAMETER_OPEN, Field.PARAMETER, (String) null))
                : Stream.empty();
    }
}
