package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** What the region cannot yet do; for coordinators. */
public final class Gaps {
    private static final String KIND = "gap";

    private final Platform platform;

    Gaps(Platform platform) {
        this.platform = platform;
    }

    /** Gaps, newest first; of one type, if one is given. */
    public Future<Page<Gap>> list(PageRequest page, @Nullable GapType type) {
        TimeCursor after = TimeCursor.of(page);
        return platform.database()
                .read(client -> GapRepository.list(client, after, type, page.limit() + 1))
                .map(rows -> TimeCursor.page(rows, page, gap -> new TimeCursor(gap.createdAt(), gap.id())));
    }

    /** One gap; fails NOT_FOUND. */
    public Future<Gap> get(UUID id) {
        return platform.database()
                .read(client -> GapRepository.find(client, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("gap")));
    }

    /**
     * Corrects the type of a gap seen at a version; the type found stays beside it. Fails NOT_FOUND or STALE.
     *
     * @param type absent if it is no gap of the region's after all
     */
    public Future<Gap> correct(UUID id, long version, @Nullable GapType type, @Nullable String reason, Caller caller) {
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Gap.Correction correction = new Gap.Correction(type, reason, caller.name(), now);
        return platform.database().transaction(tx -> GapRepository.find(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("gap")))
                .compose(gap -> write(tx, gap, version, correction, caller)));
    }

    private Future<Gap> write(SqlConnection tx, Gap gap, long version, Gap.Correction correction, Caller caller) {
        return GapRepository.correct(tx, gap.id(), version, correction)
                .map(written -> {
                    if (!written) {
                        throw Refusal.stale();
                    }
                    return change(gap, correction, caller);
                })
                .compose(change -> platform.events().append(tx, change))
                .map(gap.corrected(correction));
    }

    private static Change change(Gap gap, Gap.Correction correction, Caller caller) {
        Map<String, Object> data = new HashMap<>();
        data.put("demandId", gap.item().demandId());
        data.put("demandItemId", gap.item().demandItemId());
        data.put("foundType", gap.foundType());
        data.put("type", correction.type());
        data.put("reason", correction.reason());
        return new Change(
                KIND, gap.id(), "gap-corrected", caller, Set.of(gap.item().enterpriseId()), data);
    }
}
