package org.qibroker.platform.events;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Word that an event was committed; who needs more reads the log.
 *
 * @param position place in the log
 * @param kind kind of the aggregate
 * @param stream id of the aggregate
 * @param type what happened
 * @param parties organisations concerned
 * @param owner whose it is; absent if it cannot be told
 * @param at when
 */
public record Announcement(
        long position, String kind, UUID stream, String type, Set<UUID> parties, @Nullable UUID owner, Instant at) {
    static Announcement of(LoggedEvent event) {
        return new Announcement(
                event.position(),
                event.kind(),
                event.stream(),
                event.type(),
                event.parties(),
                event.owner().orElse(null),
                event.at());
    }

    static Announcement of(JsonObject json) {
        Set<UUID> parties = json.getJsonArray("parties").stream()
                .map(party -> UUID.fromString((String) party))
                .collect(Collectors.toUnmodifiableSet());
        return new Announcement(
                json.getLong("position"),
                json.getString("kind"),
                UUID.fromString(json.getString("stream")),
                json.getString("type"),
                parties,
                json.containsKey("owner") ? UUID.fromString(json.getString("owner")) : null,
                Instant.parse(json.getString("at")));
    }

    JsonObject json() {
        JsonArray ids = new JsonArray();
        parties.forEach(party -> ids.add(party.toString()));
        JsonObject json = new JsonObject()
                .put("position", position)
                .put("kind", kind)
                .put("stream", stream.toString())
                .put("type", type)
                .put("parties", ids)
                .put("at", at.toString());
        return owner == null ? json : json.put("owner", owner.toString());
    }
}
