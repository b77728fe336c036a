package org.qibroker.platform.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibroker.shared.Refusal;

/** Turns texts of a query string or form into values; a text that is no such value is refused with its place. */
public final class Inputs {
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal LARGEST = new BigDecimal("1e30");

    private final Function<String, Optional<String>> source;

    /** Reads from a source of texts by name; blank texts should be given as absent. */
    public Inputs(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** A text as it stands. */
    public Optional<String> text(String name) {
        return source.apply(name);
    }

    /** A decimal number. */
    public Optional<BigDecimal> decimal(String name) {
        return convert(name, "number", text -> {
            if (text.length() > LONGEST_NUMBER) {
                throw new NumberFormatException(text);
            }
            return bounded(new BigDecimal(text));
        });
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (value.abs().compareTo(LARGEST) > 0) {
            throw new NumberFormatException(value.toString());
        }
        return value;
    }

    /** A whole number. */
    public Optional<Integer> integer(String name) {
        return convert(name, "whole-number", Integer::valueOf);
    }

    /** An ISO date. */
    public Optional<LocalDate> date(String name) {
        return convert(name, "date", text -> Dates.bounded(LocalDate.parse(text)));
    }

    /** A moment, RFC 3339. */
    public Optional<Instant> moment(String name) {
        return convert(name, "moment", text -> {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            Dates.bounded(moment.toLocalDate());
            return moment.toInstant();
        });
    }

    /** A UUID. */
    public Optional<UUID> id(String name) {
        return convert(name, "id", UUID::fromString);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return convert(name, "flag", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** A constant of an enumeration. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(value -> constant(name, value, type));
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("/" + name, "unknown-value", value, names(type)));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private <T> Optional<T> convert(String name, String code, Function<String, T> conversion) {
        try {
            return text(name).map(conversion);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw (Refusal)
                    Refusal.badInput("/" + name, code, text(name).orElse("")).initCause(e);
        }
    }
}
