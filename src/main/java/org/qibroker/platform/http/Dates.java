package org.qibroker.platform.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Days and moments as callers may give them: of the years 1900 to 2199, so that no later sum overflows. */
final class Dates {
    private static final int FIRST = 1900;
    private static final int LAST = 2199;

    private Dates() {}

    /** The day, if it is of those years; else a {@link DateTimeException}. */
    static LocalDate bounded(LocalDate day) {
        if (day.getYear() < FIRST || day.getYear() > LAST) {
            throw new DateTimeException("not between " + FIRST + " and " + LAST + ": " + day);
        }
        return day;
    }

    /** Reads days and moments of JSON, and writes moments. */
    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(LocalDate.class, new Day())
                .addDeserializer(Instant.class, new Moment())
                .addSerializer(Instant.class, new WrittenMoment());
    }

    /**
     * Appends a moment as {@link Instant#toString} writes it, whose general formatter costs as much as all the rest of a
     * small answer.
     */
    static void append(StringBuilder out, Instant moment) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        if (at.getYear() < 1000 || at.getYear() > 9999) {
            out.append(moment);
            return;
        }
        out.append(at.getYear());
        two(out.append('-'), at.getMonthValue());
        two(out.append('-'), at.getDayOfMonth());
        two(out.append('T'), at.getHour());
        two(out.append(':'), at.getMinute());
        two(out.append(':'), at.getSecond());
        fraction(out, at.getNano());
        out.append('Z');
    }

    private static void two(StringBuilder out, int number) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Digits of a second by threes, as many as it takes. */
    private static void fraction(StringBuilder out, int nanos) {
        int left = nanos;
        for (int unit = 100_000_000; left > 0; unit /= 1000) {
            out.append(unit == 100_000_000 ? "." : "");
            two(out.append((char) ('0' + left / unit)), left % unit / (unit / 100));
            left %= unit / 100;
        }
    }

    private static final class Day extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String written = json.getText();
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(json, context);
            try {
                return bounded(day);
            } catch (DateTimeException e) {
                throw context.weirdStringException(written, LocalDate.class, e.getMessage());
            }
        }
    }

    private static final class WrittenMoment extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        WrittenMoment() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializerProvider context) throws IOException {
            StringBuilder text = new StringBuilder(30);
            append(text, moment);
            json.writeString(text.toString());
        }
    }

    private static final class Moment extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String written = json.getText();
            Instant moment = InstantDeserializer.INSTANT.deserialize(json, context);
            try {
                bounded(LocalDate.ofInstant(moment, ZoneOffset.UTC));
                return moment;
            } catch (DateTimeException e) {
                throw context.weirdStringException(written, Instant.class, e.getMessage());
            }
        }
    }
}
