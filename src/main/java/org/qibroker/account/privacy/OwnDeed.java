package org.qibroker.account.privacy;

import java.time.Instant;
import java.util.UUID;
import org.qibroker.platform.events.LoggedEvent;

/** Something a person did, as the log has it. */
public record OwnDeed(Instant at, String kind, UUID subject, String type) {
    static OwnDeed of(LoggedEvent event) {
        return new OwnDeed(event.at(), event.kind(), event.stream(), event.type());
    }
}
