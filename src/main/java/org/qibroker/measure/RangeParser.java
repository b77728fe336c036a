package org.qibroker.measure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a range as scopes write it: {@code 0~300 mm}, {@code (0.1 to 1) V}, {@code ≤ 10 kN}, {@code [5,20) mL/h}. */
public final class RangeParser {
    private final UnitRegistry units;

    /** A parser that knows these units. */
    public RangeParser(UnitRegistry units) {
        this.units = units;
    }

    /**
     * The range a text states.
     *
     * @param text as written in a scope or request
     * @param kind the quantity it is a range of, if known; a unit of another kind is then not understood
     * @return empty if the text is not surely understood, so that it has to stay text
     */
    public Optional<QuantityRange> parse(String text, @Nullable QuantityKind kind) {
        throw new UnsupportedOperationException(text + units);
    }
}
