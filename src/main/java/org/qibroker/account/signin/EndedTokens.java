package org.qibroker.account.signin;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Announcement;

/**
 * Whose access tokens are good no more although their time is not over: those of accounts that were deleted or locked, or
 * whose sessions or rights were taken away, and of members of a coordinator that sees to another district now. Every node
 * hears of it from the log within moments, and reads at its start what happened within the life of a token.
 */
final class EndedTokens {
    /** What ends the tokens that were given before. */
    private static final Set<String> ENDS = Set.of(
            "user-deleted",
            "user-locked",
            "user-sessions-ended",
            "user-roles-changed",
            "organisation-district-changed");

    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
    private final Platform platform;
    private Future<Void> ready;

    EndedTokens(Platform platform) {
        this.platform = platform;
        platform.feed().subscribe("user", this::hear);
        platform.feed().subscribe("organisation", this::hear);
        this.ready = load();
    }

    private Future<Void> load() {
        Instant since =
                platform.clock().instant().minus(platform.settings().security().accessToken());
        return platform.database()
                .read(client -> TokenRepository.ended(client, ENDS, since))
                .onSuccess(found -> found.forEach(this::end))
                .mapEmpty();
    }

    private void hear(Announcement announcement) {
        if (ENDS.contains(announcement.type())) {
            end(announcement.stream(), announcement.at());
        }
    }

    private void end(UUID whose, Instant at) {
        ended.merge(whose, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Done once what happened before the start is known; what could not be read is read again. */
    Future<Void> ready() {
        if (ready.failed()) {
            ready = load();
        }
        return ready;
    }

    /** Whether a token that was given to a user, or a member of an organisation, at that moment is good no more. */
    boolean ended(UUID whose, Instant given) {
        Instant end = ended.get(whose);
        return end != null && given.isBefore(end);
    }
}
