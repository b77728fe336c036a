package org.qibroker.matching.answer;

/** What kind of thing the region cannot do. */
public enum GapType {
    /** 测不准: measured, but not well enough. */
    UNCERTAINTY,
    /** 检不了: nobody can. */
    CAPABILITY,
    /** 少标准: there is no method to do it by. */
    STANDARD
}
