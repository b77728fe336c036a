package org.qibroker.report.verify;

/** All that is answered to whoever asks whether a report is genuine. */
public enum Verdict {
    /** It was issued by that provider, and counts. */
    GENUINE,
    /** It was issued, and there is a newer version. */
    SUPERSEDED,
    /** It was issued, and has been withdrawn. */
    WITHDRAWN,
    /** Nothing like it was issued here. */
    UNKNOWN
}
