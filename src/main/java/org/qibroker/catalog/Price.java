package org.qibroker.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a service costs.
 *
 * @param fen absent exactly for {@link Kind#ON_REQUEST}
 * @param per what the price is for, such as {@code 件}; absent where it is not said
 */
public record Price(Kind kind, @Nullable Long fen, @Nullable String per) {
    /** A price that has to be asked for. */
    public static final Price ON_REQUEST = new Price(Kind.ON_REQUEST, null, null);

    /** How firm a price is. */
    public enum Kind {
        /** Exactly this. */
        FIXED,
        /** This or more. */
        FROM,
        /** To be asked for. */
        ON_REQUEST
    }

    /** Checks that there is an amount where there must be one. */
    public Price {
        if ((kind == Kind.ON_REQUEST) != (fen == null)) {
            throw new IllegalArgumentException(kind + " with " + fen + " fen");
        }
    }
}
