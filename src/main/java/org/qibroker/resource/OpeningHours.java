package org.qibroker.resource;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time of the week at which work is done, on the clocks of the site.
 *
 * @param to end; at or before {@code from} it is on the following day, so that 00:00 is midnight
 */
public record OpeningHours(@NotNull DayOfWeek day, @NotNull LocalTime from, @NotNull LocalTime to) {}
