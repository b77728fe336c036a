package org.qibroker.measure;

import java.io.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The quantity kinds and units known, in the order of {@code config/quantities.csv} and {@code config/units.csv}. */
public final class UnitRegistry {
    private UnitRegistry() {}

    /** Reads both tables; an {@link IllegalArgumentException} names the line that is wrong. */
    public static UnitRegistry load(Reader quantities, Reader units) {
        throw new UnsupportedOperationException();
    }

    /** The tables the product comes with. */
    public static UnitRegistry standard() {
        throw new UnsupportedOperationException();
    }

    /** The kind of a key, such as {@code length}. */
    public Optional<QuantityKind> kind(String key) {
        throw new UnsupportedOperationException(key);
    }

    /** The unit of a symbol or alias; of the kind listed first if it serves several. */
    public Optional<Unit> find(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** The unit of a symbol or alias within a kind. */
    public Optional<Unit> find(String text, QuantityKind kind) {
        throw new UnsupportedOperationException(text);
    }

    /** The unit of a symbol or alias in every kind that has it, the preferred kind first; empty if unknown. */
    public List<Unit> all(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** All kinds, in the order of the table. */
    public Collection<QuantityKind> kinds() {
        throw new UnsupportedOperationException();
    }

    /** All units of a kind, in the order of the table. */
    public List<Unit> unitsOf(QuantityKind kind) {
        throw new UnsupportedOperationException();
    }
}
