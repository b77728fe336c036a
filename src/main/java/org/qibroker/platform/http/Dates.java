package org.qibroker.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Reads days and moments of JSON. */
    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(LocalDate.class, new Day())
                .addDeserializer(Instant.class, new Moment());
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
