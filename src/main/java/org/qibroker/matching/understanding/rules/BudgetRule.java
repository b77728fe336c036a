package org.qibroker.matching.understanding.rules;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all of it may cost, in yuan. */
public final class BudgetRule implements Rule {
    private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9}(?:\\.\\d{1,4})?) ?(万|千|百|k(?![a-z]))?";
    private static final String CURRENCY = "(?:¥|￥|rmb|cny)";
    private static final String YUAN = "(?:元|块钱|块|人民币|yuan|rmb|cny)";
    private static final Pattern SAID =
            Pattern.compile("(?i:(?:总?预算|费用|价格|总价|budget|cost)(?:控制在|在|是|为|约|大约|上限|:| of| is)?"
                    + " ?(?:不超过|不高于|最多|≤|<|under|below|up to|max)? ?" + CURRENCY + "? ?" + AMOUNT + " ?" + YUAN
                    + "?(?:人民币)?(?:以内|之内|以下|内|左右)?)");
    private static final Pattern AT_MOST = Pattern.compile("(?i:(?:不超过|不高于|最多|≤|under|below|up to|at most) ?" + "(?:"
            + CURRENCY + " ?" + AMOUNT + "|" + AMOUNT + " ?" + YUAN + ")(?:以内|之内|以下)?)");
    private static final Pattern WITHIN = Pattern.compile("(?i:(?:" + CURRENCY + " ?" + AMOUNT + "|" + AMOUNT + " ?"
            + YUAN + ") ?(?:元|yuan)?(?:以内|之内|以下|内|or less|max))");
    private static final BigDecimal MOST_YUAN = new BigDecimal("10000000000");

    @Override
    public @Nullable Found read(String text, int at) {
        for (Pattern pattern : new Pattern[] {SAID, AT_MOST, WITHIN}) {
            Matcher match = Rule.match(pattern, text, at);
            if (match != null) {
                int group = match.group(1) == null ? 3 : 1;
                BigDecimal yuan = yuan(match.group(group), match.group(group + 1));
                if (yuan.signum() > 0 && yuan.compareTo(MOST_YUAN) < 0) {
                    return new Found(new Fact.Budget(yuan.movePointRight(2).longValue()), at, match.end());
                }
            }
        }
        return null;
    }

    private static BigDecimal yuan(String amount, @Nullable String scale) {
        BigDecimal number = new BigDecimal(amount.replace(",", ""));
        return switch (scale == null ? "" : scale.toLowerCase(Locale.ROOT)) {
            case "万" -> number.movePointRight(4);
            case "千", "k" -> number.movePointRight(3);
            case "百" -> number.movePointRight(2);
            default -> number;
        };
    }
}
