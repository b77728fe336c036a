package org.qibroker.booking.machine;

import java.util.Set;
import org.qibroker.booking.Progress;
import org.qibroker.shared.Refusal;

/** What the rules say to a step: it is done, or why it is not. */
public sealed interface Decision {
    /**
     * It is done.
     *
     * @param next how far the booking is now
     * @param type what happened, in the past tense
     * @param effects what becomes of the places reserved
     */
    record Done(Progress next, String type, Set<Effect> effects) implements Decision {
        static Done of(Progress next, String type, Effect... effects) {
            return new Done(next, type, Set.of(effects));
        }
    }

    /** It is not done. */
    record Refused(Refusal refusal) implements Decision {}

    /** What becomes of the places reserved for a booking, if there are any. */
    enum Effect {
        /** The place is kept for good. */
        CONFIRM_PLACE,
        /** The place is given back. */
        RELEASE_PLACE,
        /** The place proposed is kept until the proposal lapses. */
        HOLD_PROPOSED,
        /** The place proposed is given back. */
        RELEASE_PROPOSED,
        /** The place proposed takes the place of the old one. */
        SWAP_PLACE
    }
}
