package org.qibroker.report;

import java.math.BigDecimal;
import java.math.MathContext;
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

    /** A guard band as it is read: four digits of it. */
    public static String band(BigDecimal guard) {
        return guard.round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
