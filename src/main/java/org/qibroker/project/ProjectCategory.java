package org.qibroker.project;

/** The three categories a project can be proposed in; each has its yearly target. */
public enum ProjectCategory {
    /** 标志性项目. */
    LANDMARK,
    /** 共性技术项目. */
    COMMON_TECHNOLOGY,
    /** 产品项目. */
    PRODUCT
}
