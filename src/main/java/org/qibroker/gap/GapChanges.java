package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.gap.wish.Wish;
import org.qibroker.gap.wish.WishBook;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** Changes gaps, one at a time: what is done, the gap it makes and the event are one transaction. */
public final class GapChanges {
    /** Kind of the events, whose streams are gaps. */
    static final String KIND = "gap";

    private final Platform platform;

    GapChanges(Platform platform) {
        this.platform = platform;
    }

    /** A gap as who changes it sees it, and how much of it. */
    public record Seen(Gap gap, List<Wish> wishes, Sight sight) {
        /** Ids of all its wishes. */
        public Set<UUID> wishIds() {
            return wishes.stream().map(Wish::id).collect(Collectors.toSet());
        }

        /** The districts from which it is wished for. */
        Set<String> districts() {
            return wishes.stream().map(Wish::district).filter(Objects::nonNull).collect(Collectors.toSet());
        }

        boolean has(UUID wish) {
            return wishes.stream().anyMatch(one -> one.id().equals(wish));
        }
    }

    /**
     * What was done.
     *
     * @param type of the event
     * @param data beside what names the gap
     * @param parties who are told of it
     */
    public record Done(String type, Map<String, ?> data, Set<UUID> parties) {}

    /**
     * Does something to the gap of a wish, seen at a version if one is given. Fails NOT_FOUND if the caller sees nothing of
     * it, STALE if it has changed.
     *
     * @param work absent in the end if there was nothing to do
     * @return the gap after it
     */
    public Future<Gap> change(
            UUID id,
            @Nullable Long version,
            Caller caller,
            BiFunction<SqlConnection, Seen, Future<@Nullable Done>> work) {
        return platform.database().transaction(tx -> WishBook.begin(tx)
                .compose(alone -> seen(tx, id, Sight.of(caller)))
                .compose(seen -> {
                    if (version != null && version != seen.gap().version()) {
                        throw Refusal.stale();
                    }
                    return work.apply(tx, seen)
                            .compose(done ->
                                    done == null ? Future.succeededFuture(seen.gap()) : finish(tx, seen, done, caller));
                }));
    }

    /** A gap within a change, by any of its wishes; fails NOT_FOUND if there is nothing to see of it. */
    static Future<Seen> seen(SqlConnection tx, UUID id, Sight sight) {
        return GapRepository.ofWish(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("gap")))
                .compose(gap -> WishBook.ofGaps(tx, List.of(gap.id()))
                        .map(wishes -> new Seen(gap, wishes.getOrDefault(gap.id(), List.of()), sight)))
                .map(seen -> {
                    if (!sight.admits(seen.gap(), seen.wishes())) {
                        throw Refusal.notFound("gap");
                    }
                    return seen;
                });
    }

    private Future<Gap> finish(SqlConnection tx, Seen seen, Done done, Caller caller) {
        Gap gap = seen.gap();
        Future<Void> regrouped = Future.succeededFuture();
        for (String key :
                seen.wishes().stream().map(wish -> wish.wanted().key()).collect(Collectors.toSet())) {
            regrouped = regrouped.compose(before -> WishBook.regroup(tx, key, seen.wishIds()));
        }
        return regrouped
                .compose(written -> platform.events().append(tx, event(seen, done, caller)))
                .compose(logged -> GapRepository.ofWish(tx, gap.id()))
                .map(after -> after.orElseThrow(() -> Refusal.notFound("gap")));
    }

    private static Change event(Seen seen, Done done, Caller caller) {
        Gap gap = seen.gap();
        Map<String, Object> data = new HashMap<>(done.data());
        data.put("family", gap.family());
        data.put("subject", gap.subject());
        data.put("districts", seen.districts());
        return new Change(KIND, gap.id(), done.type(), caller, done.parties(), data);
    }

    /** The moment, as it is written. */
    public Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** An id for something new. */
    public UUID newId() {
        return platform.ids().next();
    }
}
