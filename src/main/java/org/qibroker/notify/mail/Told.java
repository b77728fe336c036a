package org.qibroker.notify.mail;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.notify.Reader;
import org.qibroker.notify.calendar.Invitations;
import org.qibroker.notify.preference.Choices;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.events.LoggedEvent;

/**
 * What a reader is told of an event by mail. Pure.
 *
 * @param topic under which the reader gets it, and can have it no more
 * @param news whether the reader has to know of it
 * @param invitation what the reader's calendar has to know of it, if anything
 */
record Told(Topic topic, boolean news, Optional<Invitations.Method> invitation) {
    static Told of(LoggedEvent event, Set<UUID> audience, Reader reader, Choices choices) {
        Optional<Topic> told = Topic.of(event.type());
        boolean news = audience.contains(reader.organisationId())
                && told.filter(choices::mails).isPresent();
        Optional<Invitations.Method> invitation = Invitations.method(event)
                .filter(method -> event.parties().contains(reader.organisationId()))
                .filter(method -> choices.mails(Topic.INVITATIONS));
        return new Told(news ? told.orElseThrow() : Topic.INVITATIONS, news, invitation);
    }

    /** Whether there is anything to send. */
    boolean any() {
        return news || invitation.isPresent();
    }
}
