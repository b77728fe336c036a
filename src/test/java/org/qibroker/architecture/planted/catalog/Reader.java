package org.qibroker.architecture.planted.catalog;

/** Planted: somebody who reads what is the account's own. */
public class Reader {
    public final Class<?> other = org.qibroker.architecture.planted.account.Diary.class;
}
