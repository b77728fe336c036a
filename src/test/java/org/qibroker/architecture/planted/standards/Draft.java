package org.qibroker.architecture.planted.standards;

/** Planted: a value that depends on a library. */
public class Draft {
    public final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Draft.class);
}
