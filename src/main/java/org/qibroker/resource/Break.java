package org.qibroker.resource;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something booked or held that a change of its resource would break.
 *
 * @param id of the booking, or of the hold
 * @param bookingId absent for a hold
 * @param organisationId for whom
 * @param start on the clocks of the site
 * @param end on the clocks of the site
 */
public record Break(
        UUID id,
        @Nullable UUID bookingId,
        UUID organisationId,
        OffsetDateTime start,
        OffsetDateTime end,
        Reason reason) {

    /** Why it would break. */
    public enum Reason {
        /** It lies outside the hours, or in a closure. */
        CLOSED("/openingHours"),
        /** More would be booked at a time than there are units. */
        UNITS("/capacity"),
        /** It was booked for another site. */
        SITE("/siteId"),
        /** It was booked in another way. */
        MODE("/mode"),
        /** The calibration would be overdue. */
        OVERDUE("/calibrationDue");

        private final String pointer;

        Reason(String pointer) {
            this.pointer = pointer;
        }

        /** Which field of the resource breaks it. */
        public String pointer() {
            return pointer;
        }
    }

    /** Whether it can stay as an exception: anything but work on equipment whose calibration is overdue. */
    public boolean keepable() {
        return reason != Reason.OVERDUE;
    }
}
