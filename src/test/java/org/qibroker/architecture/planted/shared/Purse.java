package org.qibroker.architecture.planted.shared;

/** Planted: a value that depends on another room. */
public class Purse {
    public final Class<?> other = org.qibroker.architecture.planted.measure.Fathom.class;
}
