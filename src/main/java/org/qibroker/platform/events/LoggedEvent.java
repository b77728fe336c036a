package org.qibroker.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Pseudonym;

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
 * @param actorName pseudonym of the actor, or the name looked up for it; older rows hold the name of that time
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
        JsonNode data) {
    /**
     * Whose the event is, which decides to which district it belongs: the enterprise's that it names, else the only
     * organisation's that it concerns, else, if it concerns none, the one's for which it was done. Absent if it cannot be
     * told.
     */
    public Optional<UUID> owner() {
        JsonNode enterprise = data.path("enterpriseId");
        if (enterprise.isTextual()) {
            return Optional.of(UUID.fromString(enterprise.asText()));
        }
        return parties.isEmpty()
                ? Optional.ofNullable(organisation)
                : parties.stream().findFirst().filter(only -> parties.size() == 1);
    }

    /** The same with the actor's name of today; by pseudonym if there is none any more. */
    LoggedEvent named(@Nullable String known) {
        String shown = known != null ? known : actor == null ? actorName : Pseudonym.of(actor);
        return new LoggedEvent(position, kind, stream, sequence, type, actor, organisation, shown, parties, at, data);
    }
}
