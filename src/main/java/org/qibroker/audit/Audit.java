package org.qibroker.audit;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Accounts;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.audit.AuditRepository.Place;
import org.qibroker.audit.AuditRepository.Wanted;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Actors;
import org.qibroker.platform.events.LogCheck;
import org.qibroker.platform.events.LogChecks;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** Who did or saw what, and whether the log that says so is as it was written. For coordinators and operators. */
public final class Audit {

    private final Platform platform;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Function<String, Future<Optional<UUID>>> bookings;
    private final LogChecks checks;

    /**
     * Over a platform's log.
     *
     * @param bookings finds a booking by its number
     */
    Audit(
            Platform platform,
            Accounts accounts,
            Organisations organisations,
            Function<String, Future<Optional<UUID>>> bookings) {
        this.platform = platform;
        this.accounts = accounts;
        this.organisations = organisations;
        this.bookings = bookings;
        this.checks = new LogChecks(platform);
    }

    /**
     * A part of what matches, the newest first; for a coordinator of a district, of what belongs to it: what is done to
     * records of its enterprises and by its people, as {@link LoggedEvent#owner} tells. What cannot be told is the city's.
     *
     * @return fails BAD_INPUT at the place for a person, organisation or booking that nobody knows; a coordinator of a
     *     district, who is not told whether others know them, finds nothing instead
     */
    Future<Page<AuditEntry>> search(AuditSearch search, PageRequest page, Caller caller) {
        Place after = place(page);
        return Future.succeededFuture()
                .compose(now -> wanted(search, caller))
                .compose(wanted -> platform.database()
                        .read(client -> AuditRepository.search(client, wanted, after, page.limit() + 1)))
                .map(found -> part(found, page));
    }

    private static @Nullable Place place(PageRequest page) {
        if (page.cursor() == null) {
            return null;
        }
        try {
            List<String> parts = Cursor.parts(page.cursor(), 2);
            return new Place(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    private static Page<AuditEntry> part(List<AuditEntry> found, PageRequest page) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, null, null);
        }
        AuditEntry last = found.get(page.limit() - 1);
        return new Page<>(found.subList(0, page.limit()), Cursor.of(last.at(), last.position()), null);
    }

    private Future<Wanted> wanted(AuditSearch search, Caller caller) {
        String district = caller.has(Role.ADMIN) ? null : caller.district();
        boolean told = district == null;
        Future<Optional<Set<UUID>>> within = district == null
                ? Future.succeededFuture(Optional.empty())
                : organisations.inDistrict(district).map(Optional::of);
        Future<Optional<Set<UUID>>> persons = found(search.person(), this::persons, "person", told);
        Future<Optional<Set<UUID>>> named = found(search.organisation(), organisations::search, "organisation", told);
        Future<Optional<Set<UUID>>> subject = search.booking() == null
                ? found(search.subject(), Audit::id, "subject", true)
                : found(search.booking(), this::booking, "booking", told);
        return Future.all(persons, named, subject, within)
                .map(all -> new Wanted(
                        persons.result().orElse(null),
                        named.result().orElse(null),
                        within.result().orElse(null),
                        subject.result().orElse(null),
                        start(search.from()),
                        search.to() == null ? null : start(search.to().plusDays(1)),
                        search.deed()));
    }

    /** @param told whether the caller is told that nobody knows what is looked for */
    private static Future<Optional<Set<UUID>>> found(
            @Nullable String text, Function<String, Future<Set<UUID>>> find, String place, boolean told) {
        if (text == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return find.apply(text).map(ids -> {
            if (ids.isEmpty() && told) {
                throw Refusal.badInput("/" + place, "audit-none-such", text);
            }
            return Optional.of(ids);
        });
    }

    private Future<Set<UUID>> persons(String text) {
        Future<List<UUID>> named = platform.database().read(client -> Actors.search(client, text));
        return Future.all(named, accounts.credentials(text), id(text)).map(all -> {
            Set<UUID> ids = new HashSet<>(named.result());
            all.<Optional<Accounts.Credentials>>resultAt(1)
                    .ifPresent(known -> ids.add(known.user().id()));
            ids.addAll(all.<Set<UUID>>resultAt(2));
            return Set.copyOf(ids);
        });
    }

    private Future<Set<UUID>> booking(String number) {
        return Future.all(bookings.apply(number), id(number))
                .map(both -> both.<Optional<UUID>>resultAt(0).map(Set::of).orElse(both.resultAt(1)));
    }

    private static Future<Set<UUID>> id(String text) {
        try {
            return Future.succeededFuture(Set.of(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Future.succeededFuture(Set.of());
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : RegionTime.start(day);
    }

    /** The organisations for which somebody acted. */
    Future<Map<UUID, Organisation>> organisations(Collection<AuditEntry> entries) {
        return organisations.byIds(entries.stream()
                .map(entry -> entry.by().organisationId())
                .filter(Objects::nonNull)
                .toList());
    }

    /** What the latest checks of the log have found, the newest first. */
    Future<List<LogCheck>> checks() {
        return checks.latest();
    }
}
