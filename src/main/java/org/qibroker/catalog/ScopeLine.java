package org.qibroker.catalog;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a scope as its provider states it. Two lines that state the same are the same line; when it holds is not
 * part of that.
 */
public record ScopeLine(
        UUID siteId, Capability.Service service, Texts texts, Set<String> marks, Capability.Terms terms) {

    /**
     * What is kept as text, whether understood or not.
     *
     * @param quantity key of a quantity kind, absent where the line names none
     * @param conditions each as {@code name: range}, or whatever else was written
     * @param coverageFactor k of the uncertainty, 2 where the line says nothing
     */
    public record Texts(
            @Nullable String quantity,
            List<String> methods,
            @Nullable String range,
            List<String> conditions,
            @Nullable String uncertainty,
            double coverageFactor,
            @Nullable String limitation) {
        /** Copies the lists. */
        public Texts {
            methods = List.copyOf(methods);
            conditions = List.copyOf(conditions);
        }
    }
}
