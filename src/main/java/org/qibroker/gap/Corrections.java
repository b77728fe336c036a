package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.gap.GapChanges.Done;
import org.qibroker.gap.GapChanges.Seen;
import org.qibroker.gap.wish.WishBook;
import org.qibroker.matching.answer.GapType;
import org.qibroker.shared.Caller;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;

/** What coordinators make of gaps: another type, notes, two of one, one of two. All of it stays when wishes come. */
public final class Corrections {
    private final GapChanges changes;

    Corrections(GapChanges changes) {
        this.changes = changes;
    }

    /**
     * Corrects the type of a gap seen at a version; the type found stays beside it. Fails NOT_FOUND or STALE.
     *
     * @param type absent if it is no gap of the region's after all
     */
    public Future<Gap> correct(UUID id, long version, @Nullable GapType type, @Nullable String reason, Caller caller) {
        return changes.change(id, version, caller, (tx, seen) -> {
            Correction made = new Correction(changes.newId(), type, reason, Pseudonym.of(caller), changes.now());
            return GapRepository.correct(tx, seen.gap().id(), made).map(done -> corrected(seen.gap(), made));
        });
    }

    private static Done corrected(Gap gap, Correction made) {
        Map<String, Object> data = new HashMap<>();
        data.put("foundType", gap.foundType());
        data.put("type", made.type());
        data.put("reason", made.reason());
        return new Done("gap-corrected", data, Set.of());
    }

    /** Notes something of a gap, for coordinators. Fails NOT_FOUND. */
    public Future<Gap> note(UUID id, String text, Caller caller) {
        return changes.change(id, null, caller, (tx, seen) -> {
            Note note = new Note(changes.newId(), Pseudonym.of(caller), text, changes.now());
            return GapRepository.note(tx, seen.gap().id(), note)
                    .map(done -> new Done("gap-noted", Map.of("text", text), Set.of()));
        });
    }

    /**
     * Makes some wishes of a gap seen at a version a gap of their own.
     *
     * @return the gap that keeps the id; fails NOT_FOUND or STALE, BAD_INPUT for wishes that are not of the gap or are all
     *     of them, FORBIDDEN if some of its wishes are not the caller's to see
     */
    public Future<Gap> split(UUID id, long version, Set<UUID> wishes, Caller caller) {
        return changes.change(id, version, caller, (tx, seen) -> {
            mayRegroup(seen);
            Set<UUID> rest = rest(seen, wishes);
            Map<String, Object> data = Map.of("apart", wishes, "rest", rest);
            return WishBook.join(tx, wishes, changes.newId())
                    .compose(done -> WishBook.join(tx, rest, changes.newId()))
                    .map(done -> new Done("gap-split", data, Set.of()));
        });
    }

    private static Set<UUID> rest(Seen seen, Set<UUID> wishes) {
        List<FieldFault> faults = wishes.stream()
                .filter(wish -> !seen.has(wish))
                .map(wish -> FieldFault.of("/wishIds", "gap-wish-elsewhere", wish))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        Set<UUID> rest = new HashSet<>(seen.wishIds());
        rest.removeAll(wishes);
        if (rest.isEmpty() || wishes.isEmpty()) {
            throw Refusal.badInput("/wishIds", "gap-split-part");
        }
        return rest;
    }

    /**
     * Makes a gap seen at a version and another one.
     *
     * @return the one gap; fails NOT_FOUND or STALE, BAD_INPUT if both are the same, CONFLICT if one is closed and the other
     *     is not, FORBIDDEN if some of their wishes are not the caller's to see
     */
    public Future<Gap> merge(UUID id, long version, UUID other, Caller caller) {
        return changes.change(id, version, caller, (tx, seen) -> GapChanges.seen(tx, other, seen.sight())
                .compose(second -> merge(tx, seen, second)));
    }

    private Future<Done> merge(SqlConnection tx, Seen one, Seen other) {
        mayRegroup(one);
        mayRegroup(other);
        if (one.gap().id().equals(other.gap().id())) {
            throw Refusal.badInput("/otherId", "gap-merge-itself");
        }
        if (one.gap().state() != other.gap().state()) {
            throw Refusal.conflict("gap-merge-state");
        }
        Set<UUID> all = new HashSet<>(one.wishIds());
        all.addAll(other.wishIds());
        return WishBook.join(tx, all, changes.newId())
                .map(done -> new Done("gap-merged", Map.of("with", other.gap().id(), "wishes", all), Set.of()));
    }

    private static void mayRegroup(Seen seen) {
        if (!seen.sight().seesAll(seen.wishes())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "gap-beyond-district");
        }
    }
}
