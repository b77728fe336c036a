package org.qibroker.catalog;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Refusal;

/** Where a part of a list begins, as a cursor says. */
public final class Place {
    private Place() {}

    /**
     * A number that a cursor holds.
     *
     * @param first where there is no cursor
     * @throws Refusal BAD_INPUT if the cursor holds something else
     */
    public static int number(@Nullable String cursor, int first) {
        return cursor == null ? first : Math.max(first, read(cursor, Integer::valueOf));
    }

    /**
     * An id that a cursor holds, absent where there is no cursor.
     *
     * @throws Refusal BAD_INPUT if the cursor holds something else
     */
    public static @Nullable UUID id(@Nullable String cursor) {
        return cursor == null ? null : read(cursor, UUID::fromString);
    }

    private static <T> T read(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(Cursor.parts(cursor, 1).get(0));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }
}
