package org.qibroker.booking.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.qibroker.booking.Actor;
import org.qibroker.platform.time.WorkHours;

/**
 * Something that is due.
 *
 * @param who has to do it
 */
public record Deadline(Kind kind, Actor who, Instant due) {
    /** What is due. */
    public enum Kind {
        /** The provider's answer to a request, which expires then. */
        RESPONSE(Duration.ofHours(4)),
        /** The other's answer to a proposal, which lapses then. */
        PROPOSAL(Duration.ofHours(4)),
        /** The sample, before its slot starts. */
        SAMPLE(WorkHours.DAY),
        /** The enterprise's answer to a draft, which may be issued without it then. */
        DRAFT_ANSWER(WorkHours.DAY),
        /** The report. */
        REPORT(WorkHours.DAY),
        /** The enterprise's word on the report, which counts as accepted then. */
        ACCEPTANCE(WorkHours.DAY.multipliedBy(2));

        private final Duration reminder;

        Kind(Duration reminder) {
            this.reminder = reminder;
        }

        /** How much working time before it is due a reminder is sent. */
        public Duration reminder() {
            return reminder;
        }

        /** Type of the event by which somebody is reminded. */
        String soon() {
            return "booking-soon-" + key();
        }

        /** Type of the event that says that it is late. */
        String late() {
            return "booking-late-" + key();
        }

        /** Its name in kebab-case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
