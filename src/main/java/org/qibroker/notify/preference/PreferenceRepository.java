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

/** The tables {@code notify_preference} and {@code notify_language}. */
final class PreferenceRepository {
    private PreferenceRepository() {}

    /** The choices of those users who have made any. */
    static Future<Map<UUID, Choices>> of(SqlClient client, Collection<UUID> users) {
        return client.preparedQuery(
                        """
                        SELECT u.id, l.language, p.topic, p.channel FROM unnest($1::uuid[]) AS u (id)
                        LEFT JOIN notify_language l ON l.user_id = u.id
                        LEFT JOIN notify_preference p ON p.user_id = u.id
                        WHERE l.user_id IS NOT NULL OR p.user_id IS NOT NULL""")
                .execute(Tuple.of(users.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Choices> found = new HashMap<>();
                    rows.forEach(row -> found.merge(row.getUUID("id"), of(row), PreferenceRepository::joined));
                    return found;
                });
    }

    private static Choices of(Row row) {
        String language = row.getString("language");
        Map<Topic, Channel> channels = new EnumMap<>(Topic.class);
        String topic = row.getString("topic");
        if (topic != null) {
            channels.put(Topic.valueOf(topic), Channel.valueOf(row.getString("channel")));
        }
        return new Choices(language == null ? Language.ZH : Language.valueOf(language), channels);
    }

    private static Choices joined(Choices one, Choices other) {
        one.channels().putAll(other.channels());
        return one;
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
                        INSERT INTO notify_language (user_id, language) VALUES ($1, $2)
                        ON CONFLICT ON CONSTRAINT notify_language_pk DO UPDATE SET language = excluded.language""")
                .execute(Tuple.of(user, choices.language().name()))
                .compose(done -> tx.preparedQuery(
                                """
                                INSERT INTO notify_preference (user_id, topic, channel)
                                SELECT $1, said.topic, said.channel FROM unnest($2::text[], $3::text[]) AS said (topic, channel)
                                ON CONFLICT ON CONSTRAINT notify_preference_pk DO UPDATE SET channel = excluded.channel""")
                        .execute(Tuple.of(user, names, channels)))
                .mapEmpty();
    }
}
