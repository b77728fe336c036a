package org.qibroker.standards;

import java.io.Reader;

/** Identical adoptions (IDT, ISO/IEC Guide 21-1) between dated standards, as {@code config/equivalences.csv} records. */
public final class Equivalences {
    private Equivalences() {}

    /** Reads the table; an {@link IllegalArgumentException} names the line that is wrong. */
    public static Equivalences load(Reader csv) {
        throw new UnsupportedOperationException(csv.toString());
    }

    /** The table the product comes with. */
    public static Equivalences standard() {
        throw new UnsupportedOperationException();
    }

    /** Whether two editions are recorded as identical; clauses play no part. */
    public boolean identical(Designation a, Designation b) {
        throw new UnsupportedOperationException(a.canonical() + b.canonical());
    }
}
