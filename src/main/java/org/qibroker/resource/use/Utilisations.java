package org.qibroker.resource.use;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qibroker.account.Jurisdiction;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.resource.Resource;
import org.qibroker.resource.Resources;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** How much of what a provider offers is used: for the provider itself and for coordinators of its {@link Jurisdiction}. */
final class Utilisations {
    /** The most months that can be asked for at once. */
    static final int MOST_MONTHS = 24;

    private final Platform platform;
    private final Resources resources;
    private final Organisations organisations;

    Utilisations(Platform platform, Resources resources, Organisations organisations) {
        this.platform = platform;
        this.resources = resources;
        this.organisations = organisations;
    }

    /** Months one after the other, both ends included. */
    record Months(YearMonth from, YearMonth to) {
        List<YearMonth> all() {
            return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                    .toList();
        }

        /** A moment before the first month begins anywhere. */
        Instant begin() {
            return from.atDay(1).minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }

        /** A moment after the last month has ended everywhere. */
        Instant end() {
            return to.plusMonths(1).atDay(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }

    /**
     * The use of each resource of a provider in each month. Fails NOT_FOUND for whoever neither acts for the provider
     * nor coordinates it, BAD_INPUT for more than 24 months.
     */
    Future<List<Utilisation>> of(UUID provider, Months months, Caller caller) {
        return admitted(provider, caller)
                .compose(admitted -> checked(months))
                .compose(good -> resources.ofProvider(provider))
                .compose(all -> of(all, months));
    }

    private Future<Void> admitted(UUID provider, Caller caller) {
        return caller.belongsTo(provider)
                ? Future.succeededFuture()
                : platform.database().read(client -> Jurisdiction.admit(client, provider, caller, "provider"));
    }

    /**
     * The use of the idle hours that providers of a coordinator's district, or of the region, open to others. Fails
     * FORBIDDEN for whoever is no coordinator, BAD_INPUT for more than 24 months.
     */
    Future<List<SharedUse>> inRegion(Months months, Caller caller) {
        if (!caller.has(Role.COORDINATOR)) {
            return Future.failedFuture(Refusal.forbidden());
        }
        return checked(months)
                .compose(good -> Future.all(resources.shared(), district(caller)))
                .map(found -> within(found.resultAt(0), found.resultAt(1)))
                .compose(all -> of(all, months))
                .map(SharedUse::of);
    }

    /** The organisations of the district to which the caller is bounded, if it is. */
    private Future<Optional<Set<UUID>>> district(Caller caller) {
        return caller.district() == null
                ? Future.succeededFuture(Optional.empty())
                : organisations.inDistrict(caller.district()).map(Optional::of);
    }

    private static List<Resource> within(List<Resource> all, Optional<Set<UUID>> providers) {
        return all.stream()
                .filter(one -> providers.isEmpty() || providers.get().contains(one.providerId()))
                .toList();
    }

    /** What providers are called. */
    Future<Map<UUID, Organisation>> names(List<SharedUse> uses) {
        return organisations.byIds(uses.stream().map(SharedUse::provider).toList());
    }

    private static Future<Void> checked(Months months) {
        boolean wrong = months.to().isBefore(months.from())
                || months.from().plusMonths(MOST_MONTHS).isBefore(months.to());
        return wrong
                ? Future.failedFuture(Refusal.badInput("/to", "months-asked", MOST_MONTHS))
                : Future.succeededFuture();
    }

    private Future<List<Utilisation>> of(List<Resource> all, Months months) {
        List<UUID> ids = all.stream().map(Resource::id).toList();
        return platform.database()
                .read(client -> UseRepository.booked(client, ids, months.begin(), months.end()))
                .compose(booked -> platform.vertx()
                        .executeBlocking(() -> UseRules.of(all, months.all(), booked, platform.calendar()), false));
    }

    /** The half year up to this month. */
    Months lately() {
        YearMonth now = YearMonth.from(platform.clock().instant().atZone(RegionTime.ZONE));
        return new Months(now.minusMonths(5), now);
    }

    /**
     * The months from {@code from} to {@code to} as they are written, lately where they are not.
     *
     * @throws Refusal BAD_INPUT where one is no month
     */
    Months months(Function<String, Optional<String>> written) {
        Months lately = lately();
        return new Months(month(written, "from", lately.from()), month(written, "to", lately.to()));
    }

    private static YearMonth month(Function<String, Optional<String>> written, String name, YearMonth usual) {
        try {
            return written.apply(name).map(YearMonth::parse).orElse(usual);
        } catch (DateTimeParseException e) {
            throw (Refusal) Refusal.badInput("/" + name, "month").initCause(e);
        }
    }

    /** The resources of a provider whose idle hours are open to others. */
    Future<List<Resource>> shared(UUID provider) {
        return resources
                .ofProvider(provider)
                .map(all -> all.stream().filter(Resource::sharedIdle).toList());
    }
}
