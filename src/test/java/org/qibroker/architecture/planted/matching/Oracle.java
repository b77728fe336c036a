package org.qibroker.architecture.planted.matching;

/** Planted: what others must not look at. */
public class Oracle {}
