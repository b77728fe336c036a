package org.qibroker.booking.flag;

import java.time.Instant;
import org.qibroker.booking.Booking;

/**
 * Something that an open booking relies on and that does not hold any more.
 *
 * @param code its text is the message {@code booking.flag.<code>}
 * @param about what the text mentions: a mark, or the subject of a line
 * @param since when it was noticed
 */
public record Flag(String code, String about, Instant since) {
    /** Whether it says the same as a warning. */
    public boolean says(Booking.Warning warning) {
        return code.equals(warning.code()) && about.equals(warning.about());
    }
}
