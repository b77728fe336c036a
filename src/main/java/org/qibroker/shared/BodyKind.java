package org.qibroker.shared;

/** What kind of body a provider is; it may be several at once. */
public enum BodyKind {
    /** 产业计量测试中心. */
    INDUSTRY_METROLOGY_CENTRE,
    /** 质检中心: quality inspection centre. */
    QUALITY_INSPECTION_CENTRE,
    /** 标准化技术委员会: technical committee for standardisation. */
    STANDARDISATION_COMMITTEE,
    /** 高校. */
    UNIVERSITY,
    /** 科研院所. */
    RESEARCH_INSTITUTE,
    /** 企业实验室: laboratory of an enterprise, open to others. */
    ENTERPRISE_LABORATORY
}
