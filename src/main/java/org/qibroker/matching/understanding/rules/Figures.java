package org.qibroker.matching.understanding.rules;

/** How figures look. All repetitions are bounded. */
final class Figures {
    /** A number without groups of digits. */
    static final String NUMBER = "([-+]?\\d{1,12}(?:\\.\\d{1,12})?(?:[eE][-+]?\\d{1,3})?)";

    /** What stands between a measure and its bound. */
    static final String AT_MOST = "(?:≤|<=|<|=|:|为|要求|应?不大于|应?不超过|应?不高于|优于|好于|小于等于|小于|低于|控制在|要?在|至少|"
            + "(?:is |should be |must be |of )?(?:better than|less than|at most|within|no more than|not more than|not exceeding|"
            + "below|under|up to)|of)";

    private Figures() {}
}
