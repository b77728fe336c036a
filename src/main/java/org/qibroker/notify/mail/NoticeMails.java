package org.qibroker.notify.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qibroker.notify.Notice;
import org.qibroker.notify.NoticeRules;
import org.qibroker.notify.Reader;
import org.qibroker.notify.calendar.Appointment;
import org.qibroker.notify.calendar.CalendarWriter;
import org.qibroker.notify.calendar.CalendarWriter.Contact;
import org.qibroker.notify.calendar.Invitations;
import org.qibroker.notify.mail.NoticeMail.Fact;
import org.qibroker.notify.mail.NoticeMail.Link;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.mail.Letter;
import org.qibroker.platform.web.Templates;
import org.qibroker.shared.RegionTime;

/** Says in a reader's language what an event means. Pure but for its texts. */
final class NoticeMails {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;
    private final String publicUrl;
    private final UnsubscribeLinks links;
    private final CalendarWriter calendars;
    private final Contact organizer;
    private final Templates templates = new Templates();

    NoticeMails(Messages messages, String publicUrl, UnsubscribeLinks links, String from) {
        this.messages = messages;
        this.publicUrl = publicUrl;
        this.links = links;
        this.calendars = new CalendarWriter(messages, publicUrl);
        this.organizer = new Contact("QI Broker", from);
    }

    /** The letter to one reader. */
    Letter letter(LoggedEvent event, Reader reader, Told told) {
        NoticeMail mail = mail(event, reader, told.topic(), reader.language().locale());
        return new Letter(
                "event " + event.position() + " to " + reader.userId(),
                reader.address(),
                "[QI Broker] " + mail.subject(),
                mail.text(),
                templates.text("notify/mail.jte", Map.of("mail", mail)),
                mail.stop().address(),
                told.invitation()
                        .flatMap(method -> invitation(
                                event, reader, method, reader.language().locale()))
                        .orElse(null));
    }

    private Optional<Letter.Invitation> invitation(
            LoggedEvent event, Reader reader, Invitations.Method method, Locale locale) {
        return Appointment.of(event)
                .map(appointment -> new Letter.Invitation(
                        method.name(),
                        calendars.invitation(
                                appointment, method, organizer, new Contact(reader.name(), reader.address()), locale)));
    }

    private NoticeMail mail(LoggedEvent event, Reader reader, Topic topic, Locale locale) {
        String detail = NoticeRules.detail(event);
        return new NoticeMail(
                locale.toLanguageTag(),
                messages.text(locale, "notify.event." + event.type(), NoticeRules.about(event)),
                messages.text(locale, "notify.mail.greeting", reader.name()),
                detail.isEmpty() ? null : detail,
                event.kind().equals("booking") ? facts(event.data(), locale) : List.of(),
                new Link(publicUrl + page(event), messages.text(locale, "notify.mail.open")),
                messages.text(locale, "notify.mail.reason", messages.text(locale, "notify.topic." + topic)),
                new Link(links.of(reader.userId(), topic), messages.text(locale, "notify.mail.stop")),
                new Link(publicUrl + "/notices/settings", messages.text(locale, "notify.mail.settings")));
    }

    private static String page(LoggedEvent event) {
        return Notice.href(event.kind(), NoticeRules.subject(event));
    }

    private List<Fact> facts(JsonNode data, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        add(facts, locale, "title", data.path("title").asText());
        add(facts, locale, "enterprise", data.path("enterpriseName").asText());
        add(facts, locale, "provider", data.path("providerName").asText());
        JsonNode place = data.path("place");
        if (place.isObject()) {
            ZoneId zone = ZoneId.of(place.path("zone").asText());
            add(facts, locale, "time", time(place.path("slot").path("start"), zone) + " (" + zone.getId() + ")");
            add(
                    facts,
                    locale,
                    "place",
                    data.path("site").asText() + " · " + place.path("resource").asText());
        }
        JsonNode due = data.path("turnaroundDue");
        if (due.isTextual()) {
            add(facts, locale, "due", time(due, RegionTime.ZONE));
        }
        return facts;
    }

    private void add(List<Fact> facts, Locale locale, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(messages.text(locale, "notify.mail.fact." + key), value));
        }
    }

    private static String time(JsonNode moment, ZoneId zone) {
        return TIME.format(Instant.parse(moment.asText()).atZone(zone));
    }
}
