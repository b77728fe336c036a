package org.qibroker.notify.preference;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qibroker.notify.Reader;
import org.qibroker.notify.Readers;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Language;

/** What users want to be told of, and how. */
public final class Preferences {
    private final Platform platform;
    private final Readers readers;

    /** Preferences of these readers, kept in the platform's database but for their language. */
    public Preferences(Platform platform, Readers readers) {
        this.platform = platform;
        this.readers = readers;
    }

    /** What the caller has chosen, with every topic said. */
    public Future<Choices> of(Caller caller) {
        return of(caller.user());
    }

    private Future<Choices> of(UUID user) {
        return platform.database().read(client -> readers.one(client, user)
                .map(found -> found.map(Reader::language).orElse(Language.ZH))
                .compose(language -> channels(client, user).map(channels -> new Choices(language, channels).whole())));
    }

    private static Future<Map<Topic, Channel>> channels(SqlClient client, UUID user) {
        return PreferenceRepository.of(client, Set.of(user)).map(found -> found.getOrDefault(user, Map.of()));
    }

    /** The choices of each reader, by user. */
    public Future<Map<UUID, Choices>> of(SqlClient client, Collection<Reader> all) {
        return PreferenceRepository.of(client, all.stream().map(Reader::userId).toList())
                .map(found -> all.stream()
                        .collect(Collectors.toMap(
                                Reader::userId,
                                reader -> new Choices(
                                        reader.language(), found.getOrDefault(reader.userId(), Map.of())))));
    }

    /** Types of events that the user does not even want among the notices. */
    public Future<List<String>> muted(UUID user) {
        return platform.database()
                .read(client -> channels(client, user))
                .map(channels -> new Choices(Language.ZH, channels).muted());
    }

    /** The caller chooses; topics left out stay as they are. Fails BAD_INPUT where a topic cannot be told like that. */
    public Future<Choices> choose(Choices choices, Caller caller) {
        UUID user = caller.user();
        choices.checked();
        return platform.database()
                .transaction(tx -> readers.speaks(tx, user, choices.language())
                        .compose(done -> PreferenceRepository.put(tx, user, choices)))
                .compose(done -> of(user));
    }

    /** A user wants no more mails on a topic. */
    public Future<Void> unsubscribe(UUID user, Topic topic) {
        return of(user).compose(chosen ->
                platform.database().transaction(tx -> PreferenceRepository.put(tx, user, chosen.without(topic))));
    }
}
