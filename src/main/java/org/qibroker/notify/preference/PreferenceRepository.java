package org.qibroker.notify.preference;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The table {@code notify_preference}. */
final class PreferenceRepository {
    private PreferenceRepository() {}

    /** How those users who have chosen anything are told of what they chose. */
    static Future<Map<UUID, Map<Topic, Channel>>> of(SqlClient client, Collection<UUID> users) {
        return client.preparedQuery("SELECT user_id, topic, channel FROM notify_preference WHERE user_id = ANY ($1)")
                .execute(Tuple.of(users.toArray(UUID[]::new)))
                .map(PreferenceRepository::byUser);
    }

    private static Map<UUID, Map<Topic, Channel>> byUser(Iterable<Row> rows) {
        Map<UUID, Map<Topic, Channel>> found = new HashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.getUUID("user_id"), user -> new EnumMap<>(Topic.class))
                .put(Topic.valueOf(row.getString("topic")), Channel.valueOf(row.getString("channel"))));
        return found;
    }

    /** Keeps what a user chose, each topic as it was said. */
    static Future<Void> put(SqlConnection tx, UUID user, Choices choices) {
        Topic[] topics = choices.channels().keySet().toArray(Topic[]::new);
        String[] names = new String[topics.length];
        String[] channels = new String[topics.length];
        for (int i = 0; i < topics.length; i++) {
            names[i] = topics[i].name();
            channels[i] = choices.channel(topics[i]).name();
        }
        return tx.preparedQuery(
                        """
                        INSERT INTO notify_preference (user_id, topic, channel)
                        SELECT $1, said.topic, said.channel FROM unnest($2::text[], $3::text[]) AS said (topic, channel)
                        ON CONFLICT ON CONSTRAINT notify_preference_pk DO UPDATE SET channel = excluded.channel""")
                .execute(Tuple.of(user, names, channels))
                .mapEmpty();
    }
}
