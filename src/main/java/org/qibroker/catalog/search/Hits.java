package org.qibroker.catalog.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Lines;
import org.qibroker.platform.http.Cursor;

/** Gathers the part of the lines that is shown, without keeping the others. */
interface Hits {
    /** The lines that the words of the search name; {@code null} if there are no words. */
    @Nullable
    Collection<UUID> named();

    /** Takes a line that fits. */
    void take(Lines lines, int row);

    /** The part shown, and the cursor of the next; absent at the end. */
    Part part();

    /** A line found. */
    record Hit(UUID id, Lines lines, int row) {}

    /** Part of the lines. */
    record Part(List<Hit> lines, @Nullable String next) {}

    /** By id, those after one: whatever changes meanwhile, none comes twice. */
    final class ById implements Hits {
        private static final Comparator<Hit> BY_ID = Comparator.comparing(Hit::id);

        private final int limit;
        private final @Nullable UUID after;
        private final PriorityQueue<Hit> first = new PriorityQueue<>(BY_ID.reversed());

        ById(int limit, @Nullable UUID after) {
            this.limit = limit;
            this.after = after;
        }

        @Override
        public @Nullable Collection<UUID> named() {
            return null;
        }

        @Override
        public void take(Lines lines, int row) {
            boolean before = after != null && lines.compareId(row, after) <= 0;
            Hit last = first.peek();
            boolean full = first.size() > limit && last != null && lines.compareId(row, last.id()) >= 0;
            if (!before && !full) {
                first.add(new Hit(lines.id(row), lines, row));
                if (first.size() > limit + 1) {
                    first.remove();
                }
            }
        }

        @Override
        public Part part() {
            List<Hit> lines = first.stream().sorted(BY_ID).limit(limit).toList();
            boolean more = first.size() > limit && !lines.isEmpty();
            return new Part(lines, more ? Cursor.of(lines.get(lines.size() - 1).id()) : null);
        }
    }

    /** By how well the words name them. */
    final class ByRank implements Hits {
        private final Map<UUID, Integer> ranks;
        private final int limit;
        private final int from;
        private final PriorityQueue<Hit> first;

        ByRank(Map<UUID, Integer> ranks, int limit, int from) {
            this.ranks = ranks;
            this.limit = limit;
            this.from = from;
            this.first = new PriorityQueue<>(byRank().reversed());
        }

        private Comparator<Hit> byRank() {
            return Comparator.comparing(hit -> ranks.getOrDefault(hit.id(), Integer.MAX_VALUE));
        }

        @Override
        public Collection<UUID> named() {
            return ranks.keySet();
        }

        @Override
        public void take(Lines lines, int row) {
            first.add(new Hit(lines.id(row), lines, row));
            if (first.size() > (long) from + limit + 1) {
                first.remove();
            }
        }

        @Override
        public Part part() {
            List<Hit> lines =
                    first.stream().sorted(byRank()).skip(from).limit(limit).toList();
            boolean more = first.size() > (long) from + limit && !lines.isEmpty();
            return new Part(lines, more ? Cursor.of(from + limit) : null);
        }
    }
}
