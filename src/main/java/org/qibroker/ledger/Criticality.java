package org.qibroker.ledger;

/** How much depends on an instrument (ABC 分类管理). */
public enum Criticality {
    /** Reference standards and whatever the law has verified. */
    A,
    /** What processes and products are measured with. */
    B,
    /** What only indicates. */
    C
}
