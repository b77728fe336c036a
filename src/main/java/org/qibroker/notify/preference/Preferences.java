package org.qibroker.notify.preference;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;

/** What users want to be told of, and how. */
public final class Preferences {
    private final Platform platform;

    /** Preferences kept in the platform's database. */
    public Preferences(Platform platform) {
        this.platform = platform;
    }

    /** What the caller has chosen, with every topic said. */
    public Future<Choices> of(Caller caller) {
        return of(caller.user());
    }

    private Future<Choices> of(UUID user) {
        return platform.database()
                .read(client -> of(client, Set.of(user)))
                .map(found -> found.getOrDefault(user, Choices.USUAL).whole());
    }

    /** The choices of those users who have made any. */
    public Future<Map<UUID, Choices>> of(SqlClient client, Collection<UUID> users) {
        return PreferenceRepository.of(client, users);
    }

    /** Types of events that the user does not even want among the notices. */
    public Future<List<String>> muted(UUID user) {
        return platform.database()
                .read(client -> of(client, Set.of(user)))
                .map(found -> found.getOrDefault(user, Choices.USUAL).muted());
    }

    /** The caller chooses; topics left out stay as they are. Fails BAD_INPUT where a topic cannot be told like that. */
    public Future<Choices> choose(Choices choices, Caller caller) {
        UUID user = caller.user();
        choices.checked();
        return platform.database()
                .transaction(tx -> PreferenceRepository.put(tx, user, choices))
                .compose(done -> of(user));
    }

    /** A user wants no more mails on a topic. */
    public Future<Void> unsubscribe(UUID user, Topic topic) {
        return of(user).compose(chosen ->
                platform.database().transaction(tx -> PreferenceRepository.put(tx, user, chosen.without(topic))));
    }
}
