package org.qibroker.catalog.lint.rules;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.qibroker.catalog.lint.Finding;

/** All rules that judge a line by itself. */
public final class Linter {
    private static final List<BiFunction<LintedLine, Surroundings, Stream<Finding>>> RULES = List.of(
            RangeRules::quantity,
            RangeRules::range,
            RangeRules::conditions,
            UncertaintyRules::understood,
            UncertaintyRules::wide,
            UncertaintyRules::best,
            UncertaintyRules::share,
            MethodRules::methods,
            MarkRules::marks,
            WordRules::parameter,
            WordRules::limitation);

    private Linter() {}

    /** What is doubtful about a line. */
    public static List<Finding> line(LintedLine line, Surroundings around) {
        return RULES.stream().flatMap(rule -> rule.apply(line, around)).toList();
    }
}
