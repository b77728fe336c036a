package org.qibroker.shared;

/** The four families of quality infrastructure services. */
public enum Family {
    /** 计量. */
    METROLOGY,
    /** 检验检测. */
    TESTING,
    /** 认证. */
    CERTIFICATION,
    /** 标准. */
    STANDARDS
}
