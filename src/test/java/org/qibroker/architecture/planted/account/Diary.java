package org.qibroker.architecture.planted.account;

/** Planted: what is the account's own. */
public class Diary {}
