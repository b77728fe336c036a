package org.qibroker.notify.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.notify.calendar.Appointment.Status;
import org.qibroker.notify.calendar.CalendarWriter.Contact;
import org.qibroker.platform.http.Messages;

class CalendarWriterTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant WINTER = Instant.parse("2027-03-27T09:00:00Z"); // 10:00 in Berlin
    private static final Instant SUMMER = Instant.parse("2027-03-28T08:00:00Z"); // 10:00 in Berlin, the clocks changed
    private static final CalendarWriter WRITER = new CalendarWriter(Messages.load(), "https://broker.test");

    private static Appointment at(Instant start, ZoneId zone, Status status, long sequence) {
        return new Appointment(
                new UUID(0, sequence),
                new Appointment.Parties(new UUID(0, 1), "企业", new UUID(0, 2), "实验室, 一"),
                "QB1",
                "数显卡尺; 示值误差",
                new Appointment.Place(new UUID(0, 3), "工位", "本部", start, start.plusSeconds(7200), zone),
                status,
                sequence,
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    private static String invitation(Invitations.Method method) {
        Appointment appointment = at(WINTER, BERLIN, Status.CONFIRMED, 7);
        return WRITER.invitation(
                appointment,
                method,
                new Contact("QI Broker", "broker@example.test"),
                new Contact("李", "li@example.test"),
                Messages.ZH);
    }

    @Test
    void theMethodStandsAtTheCalendarAndACancelIsCancelled() {
        String request = invitation(Invitations.Method.REQUEST);
        assertThat(request.substring(0, request.indexOf("BEGIN:VEVENT"))).contains("METHOD:REQUEST\r\n");
        assertThat(request)
                .contains("STATUS:CONFIRMED", "SEQUENCE:7", "UID:00000000-0000-0000-0000-000000000007@qi-broker");
        String cancel = invitation(Invitations.Method.CANCEL);
        assertThat(cancel.substring(0, cancel.indexOf("BEGIN:VEVENT"))).contains("METHOD:CANCEL\r\n");
        assertThat(cancel).contains("STATUS:CANCELLED", "UID:00000000-0000-0000-0000-000000000007@qi-broker");
        VEvent event = Biweekly.parse(request).first().getEvents().get(0);
        assertThat(event.getOrganizer().getEmail()).isEqualTo("broker@example.test");
        assertThat(event.getAttendees()).singleElement().satisfies(guest -> assertThat(guest.getEmail())
                .isEqualTo("li@example.test"));
        assertThat(event.getSummary().getValue()).isEqualTo("数显卡尺; 示值误差");
    }

    @Test
    void timesStandInTheZoneOfTheSiteOnBothSidesOfAChangeOfTheClocks() {
        String feed = WRITER.feed(
                "all",
                List.of(
                        at(WINTER, BERLIN, Status.CONFIRMED, 1),
                        at(SUMMER, BERLIN, Status.TENTATIVE, 2),
                        at(SUMMER, SHANGHAI, Status.CANCELLED, 3)),
                Messages.EN);
        assertThat(feed)
                .contains("DTSTART;TZID=Europe/Berlin:20270327T100000", "DTSTART;TZID=Europe/Berlin:20270328T100000")
                .contains("DTSTART;TZID=Asia/Shanghai:20270328T160000")
                .contains("METHOD:PUBLISH", "STATUS:TENTATIVE", "STATUS:CANCELLED")
                .containsOnlyOnce("TZID:Europe/Berlin")
                .containsOnlyOnce("TZID:Asia/Shanghai");
        assertThat(feed.substring(feed.indexOf("BEGIN:VTIMEZONE")))
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200");
    }

    /** A program that knows no zones but those of the file must read the same moments. */
    @Test
    void readersFindTheSameMoments() {
        String feed = WRITER.feed(
                "all",
                List.of(at(WINTER, BERLIN, Status.CONFIRMED, 1), at(SUMMER, BERLIN, Status.CONFIRMED, 2)),
                Messages.ZH);
        ICalendar read = Biweekly.parse(feed.replace("Europe/Berlin", "A Zone Of Its Own"))
                .first();
        assertThat(read.getEvents())
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactly(WINTER, SUMMER);
    }

    @Test
    void anEmptyCalendarIsACalendar() {
        assertThat(WRITER.feed("all", List.of(), Messages.ZH))
                .startsWith("BEGIN:VCALENDAR")
                .contains("VERSION:2.0");
    }
}
