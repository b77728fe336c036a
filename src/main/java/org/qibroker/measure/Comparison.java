package org.qibroker.measure;

import org.jspecify.annotations.Nullable;

/**
 * A word or sign that bounds a range on one side.
 *
 * @param upper whether it gives the upper end
 * @param included whether the end belongs to the range
 */
record Comparison(boolean upper, boolean included) {
    private static final String[] AT_MOST = {
        "≤", "<=", "=<", "up to", "at most", "no more than", "not more than", "小于等于", "不大于", "不超过", "至多", "最大"
    };
    private static final String[] LESS = {"<", "less than", "below", "小于", "低于"};
    private static final String[] AT_LEAST = {
        "≥", ">=", "=>", "at least", "no less than", "not less than", "大于等于", "不小于", "不低于", "至少"
    };
    private static final String[] MORE = {">", "greater than", "more than", "above", "大于", "高于", "超过"};

    /** No comparison begins with these. */
    private static final String NONE = "0123456789.,;+-~()[] \0";

    /** Takes a comparison off the text; {@code null} if there is none. */
    static @Nullable Comparison read(Scanner in) {
        if (NONE.indexOf(in.peek()) >= 0) {
            return null;
        }
        if (in.accept(AT_MOST)) {
            return new Comparison(true, true);
        }
        if (in.accept(AT_LEAST)) {
            return new Comparison(false, true);
        }
        if (in.accept(LESS)) {
            return new Comparison(true, false);
        }
        return in.accept(MORE) ? new Comparison(false, false) : null;
    }
}
