package org.qibroker.standards;

import java.util.List;
import java.util.Optional;

/** Reads designations of standards as people write them. */
public final class Designations {
    private Designations() {}

    /** The one designation a text consists of; empty if it is anything else. */
    public static Optional<Designation> parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** Every designation within a text, in order; empty if there is none. */
    public static List<Designation> findAll(String text) {
        throw new UnsupportedOperationException(text);
    }
}
