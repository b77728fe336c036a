package org.qibroker.notify;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** The notices of the caller's organisation. Each user has read them up to some place; old ones count as read. */
public final class Notices {
    private static final Duration NEWS = Duration.ofDays(14);

    private final Platform platform;
    private final Preferences preferences;

    Notices(Platform platform, Preferences preferences) {
        this.platform = platform;
        this.preferences = preferences;
    }

    /**
     * A part of the notices, the newest first.
     *
     * @param unread how many in all the user has not read
     */
    public record Shown(List<Each> items, @Nullable String nextCursor, int unread) {}

    /** A notice, and whether the user has not read it yet. */
    public record Each(Notice notice, boolean unread) {}

    /** The notices of the caller's organisation, without those the caller does not want. */
    public Future<Shown> list(PageRequest page, Caller caller) {
        long before = before(page);
        return preferences.muted(caller.user()).compose(muted -> {
            NoticeRepository.Part part = new NoticeRepository.Part(before, page.limit() + 1, muted);
            Future<List<Notice>> found =
                    platform.database().read(client -> NoticeRepository.list(client, caller.organisation(), part));
            Future<Long> seen = platform.database().read(client -> NoticeRepository.seen(client, caller.user()));
            return Future.all(found, seen, unread(caller, muted))
                    .map(all -> shown(found.result(), page.limit(), seen.result(), all.resultAt(2)));
        });
    }

    private Shown shown(List<Notice> found, int limit, long seen, int unread) {
        List<Notice> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(shown.get(limit - 1).position()) : null;
        Instant since = since();
        return new Shown(
                shown.stream()
                        .map(notice -> new Each(
                                notice, notice.position() > seen && notice.at().isAfter(since)))
                        .toList(),
                next,
                unread);
    }

    private static long before(PageRequest page) {
        if (page.cursor() == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.parts(page.cursor(), 1).get(0));
        } catch (NumberFormatException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    /** How many notices the caller has not read. */
    public Future<Integer> unread(Caller caller) {
        return preferences.muted(caller.user()).compose(muted -> unread(caller, muted));
    }

    private Future<Integer> unread(Caller caller, List<String> muted) {
        return platform.database().read(client -> NoticeRepository.unread(client, caller, since(), muted));
    }

    /** The caller has read everything up to a notice; fails NOT_FOUND if the organisation has no such notice. */
    public Future<Void> read(UUID upTo, Caller caller) {
        return platform.database()
                .transaction(tx -> NoticeRepository.see(tx, caller.organisation(), caller.user(), upTo))
                .map(done -> {
                    if (!done) {
                        throw Refusal.notFound("notice");
                    }
                    return null;
                });
    }

    private Instant since() {
        return platform.clock().instant().minus(NEWS);
    }
}
