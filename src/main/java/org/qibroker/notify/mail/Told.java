package org.qibroker.notify.mail;

import java.util.Set;
import java.util.UUID;
import org.qibroker.notify.Reader;
import org.qibroker.notify.preference.Choices;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.events.LoggedEvent;

/**
 * What a reader is told of an event by mail. Pure.
 *
 * @param topic under which the reader gets it, and can have it no more
 * @param news whether the reader has to know of it
 */
record Told(Topic topic, boolean news) {
    static Told of(LoggedEvent event, Set<UUID> audience, Reader reader, Choices choices) {
        Topic topic = Topic.of(event.type()).orElse(Topic.INVITATIONS);
        boolean news = audience.contains(reader.organisationId()) && choices.mails(topic);
        return new Told(topic, news);
    }

    /** Whether there is anything to send. */
    boolean any() {
        return news;
    }
}
