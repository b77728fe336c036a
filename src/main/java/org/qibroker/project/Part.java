package org.qibroker.project;

/** In what part an organisation takes on a project. */
public enum Part {
    /** 牵头单位; at most one. */
    LEAD,
    /** 参与单位. */
    MEMBER
}
