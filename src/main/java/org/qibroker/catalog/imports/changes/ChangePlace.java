package org.qibroker.catalog.imports.changes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.lines.LineChange.Kind;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Refusal;

/** Which changes are asked for, and after which one. */
public record ChangePlace(String kind, int number, List<String> kinds) {
    /**
     * The place a cursor holds.
     *
     * @param only the kinds asked for, all if empty
     * @throws Refusal BAD_INPUT if the cursor holds something else
     */
    public static ChangePlace of(@Nullable String cursor, Set<Kind> only) {
        List<String> kinds = (only.isEmpty() ? Stream.of(Kind.values()) : only.stream())
                .map(Kind::name)
                .toList();
        if (cursor == null) {
            return new ChangePlace("", 0, kinds);
        }
        try {
            List<String> parts = Cursor.parts(cursor, 2);
            return new ChangePlace(Kind.valueOf(parts.get(0)).name(), Integer.parseInt(parts.get(1)), kinds);
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    public static String after(ImportChange change) {
        return Cursor.of(change.change().kind(), change.number());
    }
}
