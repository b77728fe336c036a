package org.qibroker.measure;

import org.jspecify.annotations.Nullable;

/** Reads an expanded uncertainty as scopes write it: {@code U=(0.5+L/200)µm}, {@code 0.058 % rdg + 1.2 kΩ}. */
public final class UncertaintyParser {
    private final UnitRegistry units;

    /** A parser that knows these units. */
    public UncertaintyParser(UnitRegistry units) {
        this.units = units;
    }

    /**
     * The uncertainty a text states. An accuracy class or a limit of error is not one, and stays text.
     *
     * @param text as written in a scope
     * @param range what it holds for, if understood: gives the unit of a variable and the span of {@code % FS}
     * @param kind the quantity, if known and no range tells it
     * @param coverageFactor to take if the text states none
     * @return {@link TextOnly} if the text is not surely understood
     */
    public Uncertainty parse(
            String text, @Nullable QuantityRange range, @Nullable QuantityKind kind, double coverageFactor) {
        throw new UnsupportedOperationException(text + range + kind + units);
    }
}
