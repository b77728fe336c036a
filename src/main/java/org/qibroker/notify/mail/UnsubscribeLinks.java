package org.qibroker.notify.mail;

import java.util.Optional;
import java.util.UUID;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.security.Seal;

/** Addresses at which a user stops the mails of a topic, without signing in; nobody else can make them. */
final class UnsubscribeLinks {
    private static final String SEPARATOR = " ";

    private final Seal seal;
    private final String publicUrl;

    UnsubscribeLinks(Seal seal, String publicUrl) {
        this.seal = seal;
        this.publicUrl = publicUrl;
    }

    /** Whose mails of which topic an address stops. */
    record Target(UUID user, Topic topic) {}

    String of(UUID user, Topic topic) {
        return publicUrl + "/unsubscribe/" + seal.seal(user + SEPARATOR + topic.name());
    }

    /** What a token of such an address stands for, if it is ours. */
    Optional<Target> target(String token) {
        return seal.open(token).flatMap(UnsubscribeLinks::parsed);
    }

    private static Optional<Target> parsed(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        return Topic.named(parts[1]).map(topic -> new Target(UUID.fromString(parts[0]), topic));
    }
}
