package org.qibroker.catalog.index;

import java.util.Arrays;
import org.qibroker.measure.Uncertainty;

/**
 * All uncertainties as plain numbers side by side, so that whoever looks at many of them need not fetch each from
 * wherever it lies. Numbers are those of the dictionary it follows, and so is what threads may do.
 */
public final class Formulas {
    private static final Uncertainty.Form[] FORMS = Uncertainty.Form.values();
    private static final int FIRST = 8;
    private static final int WIDTH = 4;

    private volatile byte[] forms = new byte[FIRST];
    private volatile double[] terms = new double[FIRST * WIDTH];
    private int size;

    /** Takes over what came into the dictionary since. */
    void follow(Dictionary<UncertaintyPart> uncertainties) {
        while (size < uncertainties.size()) {
            add(Formula.of(uncertainties.get(size).uncertainty()));
        }
    }

    @SuppressWarnings("EnumOrdinal")
    private void add(Formula formula) {
        if (size == forms.length) {
            terms = Arrays.copyOf(terms, size * 2 * WIDTH);
            forms = Arrays.copyOf(forms, size * 2);
        }
        double[] into = terms;
        into[size * WIDTH] = formula.a();
        into[size * WIDTH + 1] = formula.b();
        into[size * WIDTH + 2] = formula.zero();
        into[size * WIDTH + 3] = formula.k();
        forms[size] = (byte) formula.form().ordinal();
        size++;
    }

    /** The form of a number. */
    public Uncertainty.Form form(int number) {
        return FORMS[forms[number]];
    }

    /** What is the same everywhere in the uncertainty of a number. */
    public double a(int number) {
        return terms[number * WIDTH];
    }

    /** What grows with the distance from {@link #zero} in the uncertainty of a number. */
    public double b(int number) {
        return terms[number * WIDTH + 1];
    }

    /** From where what grows in the uncertainty of a number does so. */
    public double zero(int number) {
        return terms[number * WIDTH + 2];
    }

    /** The coverage factor that the uncertainty of a number is stated for. */
    public double k(int number) {
        return terms[number * WIDTH + 3];
    }

    /** The uncertainty of a number. */
    public Formula get(int number) {
        double[] from = terms;
        int at = number * WIDTH;
        return new Formula(FORMS[forms[number]], from[at], from[at + 1], from[at + 2], from[at + 3]);
    }
}
