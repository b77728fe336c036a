package org.qibroker.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit at most so many items
 * @param cursor the {@code nextCursor} of the part before, absent for the first
 */
public record PageRequest(int limit, @Nullable String cursor) {
    /** What a list gives when nothing is said. */
    public static final PageRequest FIRST = new PageRequest(50, null);
}
