package org.qibroker.architecture.planted.measure;

/** Planted: a value that depends on a library. */
public class Fathom {
    public final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Fathom.class);
}
