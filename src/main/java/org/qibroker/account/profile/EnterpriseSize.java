package org.qibroker.account.profile;

/** How large an enterprise is (中小企业划型标准). */
public enum EnterpriseSize {
    /** 微型. */
    MICRO,
    /** 小型. */
    SMALL,
    /** 中型. */
    MEDIUM,
    /** 大型. */
    LARGE
}
