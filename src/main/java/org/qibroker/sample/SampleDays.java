package org.qibroker.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibroker.shared.RegionTime;

/**
 * Days of the sample, counted from the first start: {@code D+20}, {@code D-3}.
 *
 * @param first the day of the first start
 */
record SampleDays(LocalDate first) {
    private static final Pattern DAY = Pattern.compile("D([+-]\\d+)");
    private static final Pattern DELAY = Pattern.compile("\\+(\\d+)([hd])");

    static SampleDays from(Instant start) {
        return new SampleDays(RegionTime.day(start));
    }

    /** The day of {@code D+20}. */
    LocalDate day(String text) {
        Matcher matcher = DAY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no day of the sample: " + text);
        }
        return first.plusDays(Integer.parseInt(matcher.group(1)));
    }

    /** The moment of {@code D-20} and a time of day. */
    Instant at(String day, String time) {
        return day(day).atTime(LocalTime.parse(time)).atZone(RegionTime.ZONE).toInstant();
    }

    /** A text with its days written out. */
    String filled(String text) {
        return DAY.matcher(text).replaceAll(found -> day(found.group()).toString());
    }

    /** How long {@code +3h} or {@code +2d} is. */
    static Duration delay(String text) {
        Matcher matcher = DELAY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no delay of the sample: " + text);
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count);
    }
}
