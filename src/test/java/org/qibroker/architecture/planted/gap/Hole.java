package org.qibroker.architecture.planted.gap;

/** Planted: what others must not look at. */
public class Hole {}
