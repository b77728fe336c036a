package org.qibroker.report;

import org.qibroker.report.conformity.Conformity;

/** How statements look. */
public final class ReportTones {
    private ReportTones() {}

    /** Tone of a statement's badge. */
    public static String of(Conformity conformity) {
        return switch (conformity) {
            case PASS -> "green";
            case CONDITIONAL_PASS, CONDITIONAL_FAIL -> "yellow";
            case FAIL -> "red";
        };
    }
}
