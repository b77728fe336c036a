package org.qibroker.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log.
 *
 * @param position place in the whole log
 * @param kind kind of the aggregate
 * @param stream id of the aggregate
 * @param sequence place in the stream, from 1
 * @param type what happened
 * @param actor the user who did it, absent for the broker itself
 * @param organisation for whom the actor acted
 * @param actorName name of the actor at that time
 * @param parties organisations concerned
 * @param at when
 * @param data particulars
 */
public record LoggedEvent(
        long position,
        String kind,
        UUID stream,
        long sequence,
        String type,
        @Nullable UUID actor,
        @Nullable UUID organisation,
        String actorName,
        Set<UUID> parties,
        Instant at,
        JsonNode data) {}
