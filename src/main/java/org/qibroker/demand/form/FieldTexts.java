package org.qibroker.demand.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;

/** Turns what was typed into a form into values, and keeps all faults, so that the form can show them at once. */
final class FieldTexts {
    private static final int LONGEST_NUMBER = 40;
    private static final int FEN_DIGITS = 2;

    private final List<FieldFault> faults = new ArrayList<>();

    /** A number; absent if nothing, or no number, was typed. */
    @Nullable
    Double number(String text, String pointer) {
        if (text.isBlank()) {
            return null;
        }
        double value = parsed(text);
        if (Double.isFinite(value)) {
            return value;
        }
        fault(pointer, "number", text);
        return null;
    }

    private static double parsed(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A number that has to be there because its neighbour is. */
    double numberNeeded(String text, String pointer) {
        Double value = number(text, pointer);
        if (value == null && text.isBlank()) {
            faults.add(FieldFault.of(pointer, "not-null"));
        }
        return value == null ? 1 : value;
    }

    /** A whole number; absent if nothing, or none, was typed. */
    @Nullable
    Integer whole(String text, String pointer) {
        try {
            return text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            fault(pointer, "whole-number", text);
            return null;
        }
    }

    /** An ISO date; absent if nothing, or none, was typed. */
    @Nullable
    LocalDate date(String text, String pointer) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            fault(pointer, "date", text);
            return null;
        }
    }

    /** An amount in yuan, with at most two decimals. */
    @Nullable
    Money yuan(String text, String pointer) {
        try {
            return text.isBlank() || text.length() > LONGEST_NUMBER
                    ? null
                    : Money.fen(new BigDecimal(text.strip().replace(",", ""))
                            .movePointRight(FEN_DIGITS)
                            .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            fault(pointer, "number", text);
            return null;
        }
    }

    /** A constant; absent if nothing was chosen. */
    <E extends Enum<E>> @Nullable E constant(String text, Class<E> type, String pointer) {
        if (text.isBlank()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        fault(pointer, "unknown-value", text, Arrays.toString(type.getEnumConstants()));
        return null;
    }

    /** A text; absent if nothing was typed. */
    static @Nullable String said(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Several texts parted by semicolons or line ends; absent if none. */
    static @Nullable List<String> several(String text) {
        List<String> parts = Arrays.stream(text.split("[;；\\r\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? null : parts;
    }

    /** Notes a fault. */
    void fault(String pointer, String code, Object... arguments) {
        faults.add(FieldFault.of(pointer, code, arguments));
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal BAD_INPUT with all faults, if there were any
     */
    void check() {
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
    }
}
