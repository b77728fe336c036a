package org.qibroker.sample.generated;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.qibroker.sample.generated.Topic.Measure;

/** What lines say of range and uncertainty, in the ways that scopes word it. */
final class Wording {
    private static final MathContext TWO = new MathContext(2);

    private final SplittableRandom random;

    Wording(SplittableRandom random) {
        this.random = random;
    }

    /**
     * A range and how well it is measured.
     *
     * @param upper its upper end
     */
    record Said(@Nullable String range, @Nullable String uncertainty, int upper) {}

    Said measured(Measure measure) {
        int[] usual = measure.upper();
        int upper = usual[random.nextInt(usual.length)];
        int lower = random.nextInt(4) == 0 ? usual[0] / 2 : 0;
        int form = random.nextInt(20);
        String range = form == 0
                ? "各种规格"
                : form == 1
                        ? "≤ " + upper + " " + measure.unit()
                        : form == 2
                                ? "[" + lower + "," + upper + ") " + measure.unit()
                                : lower + "~" + upper + " " + measure.unit();
        return new Said(range, uncertainty(measure, upper), upper);
    }

    private String uncertainty(Measure measure, int upper) {
        double good = measure.fine() * Math.exp(random.nextDouble() * 3);
        int form = random.nextInt(20);
        if (form < 2) {
            return "0.5级";
        }
        if (form < 9) {
            return "Urel=" + number(good * 100) + "% (k=2)";
        }
        if (form < 13) {
            return "U=(" + number(good * upper / 2) + "+" + number(good / 2) + measure.variable() + ") "
                    + measure.unit();
        }
        return "U=" + number(good * upper) + " " + measure.unit() + (form == 19 ? " (k=3)" : "");
    }

    /** Two significant digits. */
    private static String number(double value) {
        return new BigDecimal(value).round(TWO).stripTrailingZeros().toPlainString();
    }
}
