package org.qibroker.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where the next part begins, absent at the end
 * @param total how many there are in all, absent where counting is dear
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Long total) {
    /** The same part with every item seen otherwise. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextCursor, total);
    }
}
