package org.qibroker.gap.wish;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The wishes, and the gaps they make; gaps are changed one at a time. */
public final class WishBook {
    private WishBook() {}

    /** Waits for whoever else changes gaps; until the end of the transaction nobody else does. */
    public static Future<Void> begin(SqlConnection tx) {
        return GroupRepository.lock(tx);
    }

    /** The wishes of gaps by gap, the first first, those taken back among them. */
    public static Future<Map<UUID, List<Wish>>> ofGaps(SqlClient client, Collection<UUID> gaps) {
        return WishRepository.ofGaps(client, gaps);
    }

    /**
     * Groups the wishes of a key anew and writes the gaps that changed.
     *
     * @param touched wishes that have changed, or of which something was said
     */
    public static Future<Void> regroup(SqlConnection tx, String key, Set<UUID> touched) {
        return WishRepository.around(tx, key).compose(wishes -> write(tx, wishes, touched));
    }

    /** Makes wishes one part: one gap from then on, and none of another part's. */
    public static Future<Void> join(SqlConnection tx, Set<UUID> wishes, UUID part) {
        return WishRepository.join(tx, wishes, part);
    }

    /** Keeps a "me too". */
    public static Future<Void> add(SqlConnection tx, Wish wish) {
        return WishRepository.insert(tx, wish);
    }

    /** Takes a "me too" back. */
    public static Future<Void> takeBack(SqlConnection tx, Wish wish, Instant at) {
        return WishRepository.takeBack(tx, wish.id(), at);
    }

    private static Future<Void> write(SqlConnection tx, List<Wish> wishes, Set<UUID> touched) {
        Map<UUID, UUID> after = Clusters.of(wishes.stream().map(Wish::member).toList());
        Map<UUID, UUID> moved = new HashMap<>();
        Set<UUID> changed = new HashSet<>();
        Set<UUID> left = new HashSet<>();
        for (Wish wish : wishes) {
            UUID gap = after.getOrDefault(wish.id(), wish.id());
            if (!gap.equals(wish.gapId())) {
                moved.put(wish.id(), gap);
                changed.add(gap);
                left.add(wish.gapId());
            } else if (touched.contains(wish.id())) {
                changed.add(gap);
            }
        }
        Set<UUID> gone = new HashSet<>(left);
        gone.removeAll(new HashSet<>(after.values()));
        left.removeAll(gone);
        changed.addAll(left);
        return WishRepository.move(tx, moved)
                .compose(done -> GroupRepository.delete(tx, gone))
                .compose(done -> GroupRepository.write(tx, changed, members(wishes, after)));
    }

    private static Map<UUID, List<Wish>> members(Collection<Wish> wishes, Map<UUID, UUID> gapOf) {
        Function<Wish, UUID> gap = wish -> gapOf.getOrDefault(wish.id(), wish.id());
        return wishes.stream().collect(Collectors.groupingBy(gap));
    }
}
