package org.qibroker.talk;

/** In what part somebody writes. */
public enum Part {
    /** Who asked for the service. */
    ENTERPRISE,
    /** Who renders it. */
    PROVIDER,
    /** Who decides where the two do not agree. */
    COORDINATOR
}
