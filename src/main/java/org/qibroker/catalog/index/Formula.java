package org.qibroker.catalog.index;

import org.qibroker.measure.Constant;
import org.qibroker.measure.Linear;
import org.qibroker.measure.Relative;
import org.qibroker.measure.Uncertainty;

/**
 * An uncertainty as plain numbers, {@code a + b·|x − zero|}; of forms that are not like that only form and factor count.
 *
 * @param k the coverage factor it is stated for
 */
public record Formula(Uncertainty.Form form, double a, double b, double zero, double k) {
    /** The numbers of an uncertainty. */
    public static Formula of(Uncertainty uncertainty) {
        Uncertainty.Form form = uncertainty.form();
        double k = uncertainty.coverageFactor();
        if (uncertainty instanceof Constant u) {
            return new Formula(form, u.value(), 0, 0, k);
        }
        if (uncertainty instanceof Relative u) {
            return new Formula(form, 0, u.ratio(), 0, k);
        }
        return uncertainty instanceof Linear u
                ? new Formula(form, u.a(), u.b(), u.zero(), k)
                : new Formula(form, 0, 0, 0, k);
    }
}
