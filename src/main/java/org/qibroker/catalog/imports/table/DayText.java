package org.qibroker.catalog.imports.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as tables write them: {@code 2026-12-01}, {@code 2026/12/1}, {@code 2026年12月1日}, also with a time behind. */
public final class DayText {
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]\\d{1,2}:\\d{2}.*)?");

    private DayText() {}

    /** The day of a cell, if it says one. */
    public static Optional<LocalDate> of(String cell) {
        Matcher day = DAY.matcher(cell.strip());
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
