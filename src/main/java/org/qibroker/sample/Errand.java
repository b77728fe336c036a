package org.qibroker.sample;

import java.util.Arrays;
import java.util.Optional;
import org.qibroker.booking.Actor;

/** What is done for a booking of the sample beside its own steps. */
enum Errand {
    /** Each piece gets a label. */
    LABEL(Actor.ENTERPRISE),
    /** All pieces are sent, by the carrier that is said. */
    DISPATCH(Actor.ENTERPRISE),
    /** All pieces arrive in good condition, so that the work begins. */
    ARRIVE(Actor.PROVIDER),
    /** The work is rated: service, punctuality, clarity. */
    RATE(Actor.ENTERPRISE),
    /** The report is written: a file, and a few results. */
    WRITE(Actor.PROVIDER);

    private final Actor actor;

    Errand(Actor actor) {
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }

    static Optional<Errand> of(String word) {
        return Arrays.stream(values())
                .filter(errand -> errand.name().equals(word))
                .findFirst();
    }
}
