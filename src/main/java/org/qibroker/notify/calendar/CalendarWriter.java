package org.qibroker.notify.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibroker.platform.http.Messages;

/** Writes calendar objects (RFC 5545). Pure but for its texts. */
public final class CalendarWriter {
    private static final String PRODUCT = "-//QI Broker//Bookings//ZH";

    private final Messages messages;
    private final String publicUrl;

    /** Calendars with links to the pages at an address. */
    public CalendarWriter(Messages messages, String publicUrl) {
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /**
     * Somebody in a calendar.
     *
     * @param address of mail
     */
    public record Contact(String name, String address) {}

    /** An invitation of one guest, or its end. */
    public String invitation(
            Appointment appointment, Invitations.Method method, Contact organizer, Contact guest, Locale locale) {
        ICalendar calendar = calendar();
        calendar.setMethod(new Method(method.name()));
        VEvent event = event(calendar, appointment, locale);
        boolean off = method == Invitations.Method.CANCEL;
        event.setStatus(off ? Status.cancelled() : Status.confirmed());
        event.setOrganizer(new Organizer(organizer.name(), organizer.address()));
        Attendee attendee = new Attendee(guest.name(), guest.address());
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
        attendee.setRsvp(false);
        event.addAttendee(attendee);
        return written(calendar, List.of(appointment));
    }

    /** A calendar to be subscribed to. */
    public String feed(String name, List<Appointment> appointments, Locale locale) {
        ICalendar calendar = calendar();
        calendar.setMethod(Method.publish());
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        for (Appointment appointment : appointments) {
            event(calendar, appointment, locale)
                    .setStatus(Status.create(appointment.status().name()));
        }
        return written(calendar, appointments);
    }

    private static ICalendar calendar() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        return calendar;
    }

    private VEvent event(ICalendar calendar, Appointment appointment, Locale locale) {
        VEvent event = new VEvent();
        Appointment.Place place = appointment.place();
        event.setUid(appointment.bookingId() + "@qi-broker");
        event.setSequence((int) appointment.sequence());
        event.setDateTimeStamp(Date.from(appointment.changedAt()));
        event.setLastModified(Date.from(appointment.changedAt()));
        event.setDateStart(Date.from(place.start()));
        event.setDateEnd(Date.from(place.end()));
        event.setSummary(appointment.title());
        event.setLocation(appointment.parties().provider() + " · " + place.site() + " · " + place.resource());
        String url = publicUrl + "/bookings/" + appointment.bookingId();
        event.setDescription(messages.text(
                locale,
                "subscription.description",
                appointment.number(),
                appointment.parties().enterprise(),
                appointment.parties().provider(),
                url));
        event.setUrl(url);
        calendar.addEvent(event);
        return event;
    }

    /** With the zone of each place, defined around the times that are in it. */
    private static String written(ICalendar calendar, List<Appointment> appointments) {
        Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
        Instant first = appointments.stream()
                .map(each -> each.place().start())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant last = appointments.stream()
                .map(each -> each.place().end())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        for (int i = 0; i < appointments.size(); i++) {
            VEvent event = calendar.getEvents().get(i);
            TimezoneAssignment zone =
                    zones.computeIfAbsent(appointments.get(i).place().zone(), each -> TimeZones.of(each, first, last));
            calendar.getTimezoneInfo().setTimezone(event.getDateStart(), zone);
            calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), zone);
        }
        zones.values().forEach(zone -> calendar.getTimezoneInfo().getTimezones().add(zone));
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
    }
}
