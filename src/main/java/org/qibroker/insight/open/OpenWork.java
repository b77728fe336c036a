package org.qibroker.insight.open;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Wanted;
import org.qibroker.insight.open.OpenRepository.After;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** What is not over. Who may see it has to be asked before. */
public final class OpenWork {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final List<String> STATES =
            List.of("REQUESTED", "ACCEPTED", "IN_PROGRESS", "ON_HOLD", "DRAFTED", "REPORTED", "DISPUTED");

    private final Platform platform;

    /** What is not over on a platform. */
    public OpenWork(Platform platform) {
        this.platform = platform;
    }

    /** Open bookings that were asked for in the months, by where they stand, in the order in which they come to stand. */
    public Future<List<Standing>> standing(Wanted wanted) {
        return platform.database()
                .read(client -> OpenRepository.standing(client, wanted))
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(each -> STATES.indexOf(each.state())))
                        .toList());
    }

    /** How much waits of each kind in the district wanted, or everywhere. */
    public Future<Map<Waiting, Long>> waiting(Wanted wanted) {
        return platform.database().read(client -> OpenRepository.waiting(client, wanted.filter(Dimension.DISTRICT)));
    }

    /** The bookings behind a number of {@link #standing}; fails NOT_FOUND for a state in which nothing is open. */
    public Future<Page<OpenThing>> standing(Wanted wanted, String state, PageRequest page) {
        if (!STATES.contains(state)) {
            return Future.failedFuture(Refusal.notFound("page"));
        }
        After after = after(page);
        return platform.database()
                .read(client -> OpenRepository.standing(client, wanted, state, after, page.limit() + 1))
                .map(things -> page(things, page));
    }

    /** What stands behind a number of {@link #waiting}. */
    public Future<Page<OpenThing>> waiting(Wanted wanted, Waiting waiting, PageRequest page) {
        After after = after(page);
        return platform.database()
                .read(client -> OpenRepository.waiting(
                        client, waiting, wanted.filter(Dimension.DISTRICT), after, page.limit() + 1))
                .map(things -> page(things, page));
    }

    private static After after(PageRequest page) {
        try {
            List<String> parts = page.cursor() == null
                    ? List.of(LATEST.toString(), new UUID(-1, -1).toString())
                    : Cursor.parts(page.cursor(), 2);
            return new After(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    private static Page<OpenThing> page(List<OpenThing> things, PageRequest page) {
        if (things.size() <= page.limit()) {
            return new Page<>(things, null, null);
        }
        OpenThing last = things.get(page.limit() - 1);
        return new Page<>(
                things.subList(0, page.limit()),
                Cursor.of(Objects.requireNonNullElse(last.at(), Instant.EPOCH), last.id()),
                null);
    }
}
