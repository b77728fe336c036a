package org.qibroker.architecture.planted.booking;

/** Planted: a repository open to everybody. */
public class OrderRepository {}
