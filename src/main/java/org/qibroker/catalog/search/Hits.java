package org.qibroker.catalog.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.platform.http.Cursor;

/** Gathers the part of the lines that is shown, without keeping the others. */
interface Hits {
    /** Whether the words of the search name the line. */
    boolean named(Capability line);

    /** Takes a line that fits. */
    void take(Capability line);

    /** The part shown, and the cursor of the next; absent at the end. */
    Part part();

    /** Part of the lines. */
    record Part(List<Capability> lines, @Nullable String next) {}

    /** By id, those after one: whatever changes meanwhile, none comes twice. */
    final class ById implements Hits {
        private static final Comparator<Capability> BY_ID = Comparator.comparing(Capability::id);

        private final int limit;
        private final @Nullable UUID after;
        private final PriorityQueue<Capability> first = new PriorityQueue<>(BY_ID.reversed());

        ById(int limit, @Nullable UUID after) {
            this.limit = limit;
            this.after = after;
        }

        @Override
        public boolean named(Capability line) {
            return true;
        }

        @Override
        public void take(Capability line) {
            if (after != null && line.id().compareTo(after) <= 0) {
                return;
            }
            first.add(line);
            if (first.size() > limit + 1) {
                first.remove();
            }
        }

        @Override
        public Part part() {
            List<Capability> lines = first.stream().sorted(BY_ID).limit(limit).toList();
            boolean more = first.size() > limit && !lines.isEmpty();
            return new Part(lines, more ? Cursor.of(lines.get(lines.size() - 1).id()) : null);
        }
    }

    /** By how well the words name them. */
    final class ByRank implements Hits {
        private final Map<UUID, Integer> ranks;
        private final int limit;
        private final int from;
        private final PriorityQueue<Capability> first;

        ByRank(Map<UUID, Integer> ranks, int limit, int from) {
            this.ranks = ranks;
            this.limit = limit;
            this.from = from;
            this.first = new PriorityQueue<>(byRank().reversed());
        }

        private Comparator<Capability> byRank() {
            return Comparator.comparing(line -> ranks.getOrDefault(line.id(), Integer.MAX_VALUE));
        }

        @Override
        public boolean named(Capability line) {
            return ranks.containsKey(line.id());
        }

        @Override
        public void take(Capability line) {
            first.add(line);
            if (first.size() > (long) from + limit + 1) {
                first.remove();
            }
        }

        @Override
        public Part part() {
            List<Capability> lines =
                    first.stream().sorted(byRank()).skip(from).limit(limit).toList();
            boolean more = first.size() > (long) from + limit && !lines.isEmpty();
            return new Part(lines, more ? Cursor.of(from + limit) : null);
        }
    }
}
