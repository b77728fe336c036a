package org.qibroker.architecture.planted.cli;

/** Planted: what others must not look at. */
public class Shell {}
