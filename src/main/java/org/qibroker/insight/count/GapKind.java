package org.qibroker.insight.count;

import java.util.Arrays;

/** Why an item is unmet, as the bucket of its fact. */
public enum GapKind {
    /** Only for the deadline, the budget, a mark or the place. */
    TERMS(0),
    /** 测不准. */
    UNCERTAINTY(1),
    /** 检不了. */
    CAPABILITY(2),
    /** 少标准. */
    STANDARD(3);

    private final int bucket;

    GapKind(int bucket) {
        this.bucket = bucket;
    }

    /** Its number among the facts. */
    public int bucket() {
        return bucket;
    }

    /** The kind of a gap's type as events write it; TERMS where they write none. */
    static GapKind of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(type))
                .findFirst()
                .orElse(TERMS);
    }
}
