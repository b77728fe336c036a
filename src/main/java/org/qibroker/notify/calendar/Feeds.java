package org.qibroker.notify.calendar;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.Seal;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * Calendars that programs subscribe to. Whoever knows the address reads the calendar, so the address is secret: it is
 * sealed by the broker, can be renewed and ended, and nothing that is kept gives it away.
 */
public final class Feeds {
    private static final Duration LOOKS_BACK = Duration.ofDays(90);
    private static final String SEPARATOR = " ";
    private static final String ENDING = ".ics";

    private final Platform platform;
    private final Seal seal;
    private final Bench.Source benches;
    private final CalendarWriter writer;

    Feeds(Platform platform, Seal seal, Bench.Source benches, CalendarWriter writer) {
        this.platform = platform;
        this.seal = seal;
        this.benches = benches;
        this.writer = writer;
    }

    /** The caller's calendars. */
    public Future<List<Feed>> of(Caller caller) {
        return platform.database().read(client -> FeedRepository.of(client, caller.user()));
    }

    /** The resources whose calendars the caller can have. */
    public Future<List<Bench>> benches(Caller caller) {
        return benches.of(caller.organisation());
    }

    /**
     * Makes a calendar of the caller's organisation, or of one of its resources; one that there is gets another address.
     *
     * @return fails NOT_FOUND if the resource is not the caller's
     */
    public Future<Feed> renew(@Nullable UUID resource, Caller caller) {
        return bench(resource, caller)
                .map(bench -> feed(resource, bench.map(Bench::name).orElse(null), caller))
                .compose(feed -> platform.database().transaction(tx -> FeedRepository.renew(tx, feed)));
    }

    private Feed feed(@Nullable UUID resource, @Nullable String name, Caller caller) {
        return new Feed(platform.ids().next(), caller.user(), caller.organisation(), resource, name, 1, now());
    }

    private Future<Optional<Bench>> bench(@Nullable UUID resource, Caller caller) {
        return resource == null
                ? Future.succeededFuture(Optional.empty())
                : benches(caller)
                        .map(all -> Optional.of(all.stream()
                                .filter(bench -> bench.id().equals(resource))
                                .findFirst()
                                .orElseThrow(() -> Refusal.notFound("resource"))));
    }

    /** Ends a calendar of the caller's; its address leads nowhere. Fails NOT_FOUND. */
    public Future<Void> end(UUID id, Caller caller) {
        return platform.database()
                .transaction(tx -> FeedRepository.delete(tx, id, caller.user()))
                .map(deleted -> {
                    if (!deleted) {
                        throw Refusal.notFound("calendar");
                    }
                    return null;
                });
    }

    /** The secret address of a calendar. */
    public String url(Feed feed) {
        return platform.settings().publicUrl() + "/api/v1/calendar-feeds/"
                + seal.seal(feed.id() + SEPARATOR + feed.generation()) + ENDING;
    }

    /** The calendar at the end of a secret address (RFC 5545); fails NOT_FOUND if there is none, or none any more. */
    public Future<String> read(String token, Locale locale) {
        String sealed = token.endsWith(ENDING) ? token.substring(0, token.length() - ENDING.length()) : token;
        String[] parts = seal.open(sealed)
                .orElseThrow(() -> Refusal.notFound("calendar"))
                .split(SEPARATOR, 2);
        return platform.database()
                .read(client -> FeedRepository.find(client, UUID.fromString(parts[0])))
                .map(found -> found.filter(
                                feed -> String.valueOf(feed.generation()).equals(parts[1]))
                        .orElseThrow(() -> Refusal.notFound("calendar")))
                .compose(feed -> appointments(feed).map(found -> writer.feed(name(feed, locale), found, locale)));
    }

    private Future<List<Appointment>> appointments(Feed feed) {
        Instant after = now().minus(LOOKS_BACK);
        UUID resource = feed.resourceId();
        return platform.database()
                .read(client -> resource == null
                        ? AgendaRepository.ofOrganisation(client, feed.organisationId(), after)
                        : AgendaRepository.ofResource(client, resource, after));
    }

    private String name(Feed feed, Locale locale) {
        String mine = platform.messages().text(locale, "subscription.mine");
        return "QI Broker · " + (feed.name() == null ? mine : feed.name());
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
