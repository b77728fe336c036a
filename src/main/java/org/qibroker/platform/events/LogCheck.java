package org.qibroker.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a check of the log has found.
 *
 * @param at when it ended
 * @param asker who asked for it
 * @param events how many events were checked
 * @param upTo the last position checked
 * @param lost how many are gone that the check before had seen
 * @param named how many hold the name of a person, as those written before names were kept apart do
 * @param faults how many are not as they were written
 * @param broken those, at most the first hundred
 */
public record LogCheck(
        UUID id,
        Instant at,
        Asker asker,
        long events,
        long upTo,
        long lost,
        long named,
        long faults,
        List<Broken> broken) {
    /** Who asks for checks. */
    public enum Asker {
        /** Every night. */
        CLOCK,
        /** The command {@code verify-log}. */
        COMMAND
    }

    /** What is wrong with an event. */
    public enum Fault {
        /** Its hash is not that of what it says. */
        CHANGED,
        /** It does not carry the hash of the event before it. */
        UNLINKED,
        /** Its number does not follow the one before it. */
        MISSING
    }

    /** An event that is not as it was written. */
    public record Broken(long position, String kind, UUID stream, long sequence, Fault fault) {}

    /** Copies what is broken. */
    public LogCheck {
        broken = List.copyOf(broken);
    }

    /** Whether the log is as it was written. */
    public boolean sound() {
        return faults == 0 && lost == 0;
    }
}
