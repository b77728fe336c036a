package org.qibroker.catalog.imports;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Role;

/** Who sent a file, as it is kept with it. */
final class Actor {
    private Actor() {}

    static JsonObject of(Caller caller) {
        List<String> roles = caller.roles().stream().map(Role::name).sorted().toList();
        return new JsonObject()
                .put("userId", text(caller.userId()))
                .put("organisationId", text(caller.organisationId()))
                .put("roles", new JsonArray(roles))
                .put("name", Pseudonym.of(caller));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    static Caller caller(JsonObject actor) {
        return new Caller(
                id(actor.getString("userId")),
                id(actor.getString("organisationId")),
                actor.getJsonArray("roles").stream()
                        .map(role -> Role.valueOf((String) role))
                        .collect(Collectors.toSet()),
                actor.getString("name"));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
