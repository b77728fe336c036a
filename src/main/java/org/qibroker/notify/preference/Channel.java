package org.qibroker.notify.preference;

/** How a user is told of something. */
public enum Channel {
    /** By mail, and among the notices. */
    MAIL,
    /** Among the notices only. */
    NOTICE,
    /** Not at all. */
    NONE
}
