package org.qibroker.platform.events;

import java.util.Set;
import java.util.UUID;
import org.qibroker.shared.Caller;

/**
 * A change that is about to be written to the log.
 *
 * @param kind kind of the aggregate, such as {@code booking}
 * @param stream id of the aggregate
 * @param type what happened, in kebab-case and past tense
 * @param actor who did it
 * @param parties organisations that the change concerns; their members see it live
 * @param data particulars: a record or map that is written as JSON
 */
public record Change(String kind, UUID stream, String type, Caller actor, Set<UUID> parties, Object data) {
    /** Copies the parties. */
    public Change {
        parties = Set.copyOf(parties);
    }
}
