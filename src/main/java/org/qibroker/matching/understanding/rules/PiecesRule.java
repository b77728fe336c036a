package org.qibroker.matching.understanding.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many: {@code 10把}, {@code 各两台}, {@code 5 pcs each}, {@code ×3}, {@code 数量:20}. */
public final class PiecesRule implements Rule {
    private static final int MOST = 100_000;
    private static final Pattern COUNTED = Pattern.compile(
            "(?i:(?!一批)(各|每种)? ?(?:共计?|一共|总共|数量:?)? ?" + Count.PATTERN
                    + " ?(?:把|件|台|只|支|个批次|批次|个样品|个样|个(?!月|工作日|点|星期|礼拜)|套|块(?!组)|根|条|组|份|张|枚|批|瓶|袋|辆|片|颗|粒|桶|箱|双|副|具|架|部|卷|盘|盒|样(?!品)|"
                    + "pieces?|pcs?|units?|sets?|nos\\.?|ea|samples?|specimens?)(?![\\p{IsLatin}])(?: ?of(?![\\p{IsLatin}]))?(?: ?(each))?)");
    private static final Pattern EACH =
            Pattern.compile("(?i:(\\d{1,5}|one|two|three|four|five|six|ten) each(?![\\p{IsLatin}]))");
    private static final Pattern TIMES =
            Pattern.compile("(?i:(?:(?<!\\d)[×*]|(?<![\\d.\\p{IsLatin}])x) ?(\\d{1,6})(?![\\d.\\p{IsLatin}]))");
    private static final Pattern QUANTITY =
            Pattern.compile("(?i:(?:数量|qty\\.?|quantity)(?:为|:|=| of)? ?:? ?(\\d{1,6})(?![\\d.]))");

    @Override
    public @Nullable Found read(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean within = Character.isDigit(before) || before == '.' || "一两二三四五六七八九十百第".indexOf(before) >= 0;
        Matcher counted = within ? null : Rule.match(COUNTED, text, at);
        if (counted != null) {
            return found(counted.group(2), counted.group(1) != null || counted.group(3) != null, at, counted.end());
        }
        Matcher each = Rule.match(EACH, text, at);
        if (each != null && !within) {
            return found(each.group(1), true, at, each.end());
        }
        Matcher plain = Rule.match(TIMES, text, at);
        plain = plain == null ? Rule.match(QUANTITY, text, at) : plain;
        return plain == null ? null : found(plain.group(1), false, at, plain.end());
    }

    private static @Nullable Found found(String count, boolean each, int from, int to) {
        int pieces = Count.of(count);
        return pieces < 1 || pieces > MOST ? null : new Found(new Fact.Pieces(pieces, each), from, to);
    }
}
