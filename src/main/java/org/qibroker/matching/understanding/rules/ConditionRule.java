package org.qibroker.matching.understanding.rules;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.ConditionAsked;

/** A condition with its range: {@code 频率50~60Hz}, {@code 环境温度 20℃}, {@code at a frequency of 1 kHz}. */
public final class ConditionRule implements Rule {
    private static final Pattern NAME = Pattern.compile(
            "(?i:(?:条件:? ?)?(?:在 ?|at (?:an? )?)?(环境温度|环境湿度|试验温度|介质温度|频率|试验力|加载速率|"
                    + "ambient temperature|ambient humidity|test temperature|frequency|test force)(?:为|是|在|:| of)? ?:? ?)");
    private static final Pattern BEHIND = Pattern.compile(" ?(?:条件下|条件|下|时)");
    private static final Map<String, String> CHINESE = Map.of(
            "ambient temperature", "环境温度",
            "ambient humidity", "环境湿度",
            "test temperature", "试验温度",
            "frequency", "频率",
            "test force", "试验力");

    private final RangeRule ranges;

    /** Reads ranges by this rule. */
    public ConditionRule(RangeRule ranges) {
        this.ranges = ranges;
    }

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher name = Rule.match(NAME, text, at);
        Found range = name == null ? null : ranges.read(text, name.end());
        if (name == null || range == null || !(range.fact() instanceof Fact.Range asked)) {
            return null;
        }
        Matcher behind = Rule.match(BEHIND, text, range.to());
        String said = name.group(1).toLowerCase(Locale.ROOT);
        return new Found(
                new Fact.Condition(new ConditionAsked(CHINESE.getOrDefault(said, said), asked.range())),
                at,
                behind == null ? range.to() : behind.end());
    }
}
