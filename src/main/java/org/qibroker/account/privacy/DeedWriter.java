package org.qibroker.account.privacy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Json;

/** Writes the events of a person as the members of a JSON array, part by part, the oldest first. */
final class DeedWriter {
    private static final int PART = 500;

    private final Platform platform;
    private final UUID user;
    private final WriteStream<Buffer> to;
    private boolean begun;

    DeedWriter(Platform platform, UUID user, WriteStream<Buffer> to) {
        this.platform = platform;
        this.user = user;
        this.to = to;
    }

    Future<Void> run() {
        return after(Instant.EPOCH, 0);
    }

    private Future<Void> after(Instant at, long position) {
        return platform.database()
                .read(client -> platform.events().ofActor(client, user, at, position, PART))
                .compose(part -> to.write(text(part)).compose(written -> goOn(part)));
    }

    private Future<Void> goOn(List<LoggedEvent> part) {
        if (part.size() < PART) {
            return Future.succeededFuture();
        }
        LoggedEvent last = part.get(part.size() - 1);
        return after(last.at(), last.position());
    }

    private Buffer text(List<LoggedEvent> part) {
        StringBuilder text = new StringBuilder();
        for (LoggedEvent event : part) {
            text.append(begun ? ",\n" : "\n").append(Json.write(OwnDeed.of(event)));
            begun = true;
        }
        return Buffer.buffer(text.toString());
    }
}
