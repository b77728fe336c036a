package org.qibroker.quote;

/** In what part somebody acts on a request for a quote. */
public enum Side {
    /** Asks. */
    ENTERPRISE,
    /** Answers. */
    PROVIDER
}
