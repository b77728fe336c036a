package org.qibroker.shared;

/** What kind of service is rendered on a subject. */
public enum ServiceKind {
    /** 校准. */
    CALIBRATION,
    /** 检定. */
    VERIFICATION,
    /** 检测. */
    TESTING,
    /** 检验. */
    INSPECTION,
    /** 比较试验. */
    COMPARISON_TEST,
    /** 技术验证. */
    TECHNICAL_VALIDATION,
    /** 产品认证. */
    PRODUCT_CERTIFICATION,
    /** 管理体系认证. */
    MANAGEMENT_SYSTEM_CERTIFICATION,
    /** 标准研制. */
    STANDARD_DRAFTING,
    /** 标准比对. */
    STANDARD_COMPARISON,
    /** 标准查新. */
    STANDARD_SEARCH,
    /** 培训. */
    TRAINING,
    /** 咨询. */
    CONSULTANCY
}
