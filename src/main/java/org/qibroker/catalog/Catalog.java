package org.qibroker.catalog;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.catalog.lines.Statements;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.catalog.prices.PriceLists;
import org.qibroker.catalog.providers.ProviderCommands;
import org.qibroker.catalog.providers.ProviderProfiles;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** What is offered: the lines of scopes at any day and as known at any moment, and who offers them. */
public final class Catalog {
    /** Kind of the events that say what changed about a provider; the stream is the provider. */
    public static final String PROVIDER_EVENTS = "provider";

    private final Platform platform;
    private final Organisations organisations;
    private final ScopeReader reader;

    /** A catalog that takes the names of providers from their organisations. */
    public Catalog(Platform platform, UnitRegistry units, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
        this.reader = new ScopeReader(units);
    }

    /** The day it is. */
    public LocalDate today() {
        return RegionTime.day(platform.clock().instant());
    }

    /** The moment it is. */
    public Instant now() {
        return platform.clock().instant();
    }

    /**
     * The provider with its sites and accreditations.
     *
     * @return fails with NOT_FOUND if no organisation of that id offers services
     */
    public Future<Provider> provider(UUID id) {
        return platform.database()
                .read(client -> ProviderProfiles.find(client, id))
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> organisation(id).map(Catalog::unopened)));
    }

    /** One site; fails NOT_FOUND. */
    public Future<Site> site(UUID id) {
        return platform.database()
                .read(client -> ProviderProfiles.site(client, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("site")));
    }

    /** One accreditation; fails NOT_FOUND. */
    public Future<Accreditation> accreditation(UUID id) {
        return platform.database()
                .read(client -> ProviderProfiles.accreditation(client, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("accreditation")));
    }

    /** A provider as the organisation it is; fails NOT_FOUND for anything else. */
    public Future<Organisation> organisation(UUID id) {
        return organisations.get(id).map(found -> {
            if (!found.roles().contains(Role.PROVIDER)) {
                throw Refusal.notFound("provider");
            }
            return found;
        });
    }

    private static Provider unopened(Organisation organisation) {
        return new Provider(
                organisation.id(),
                organisation.nameZh(),
                organisation.nameEn(),
                List.of(),
                List.of(),
                null,
                null,
                Set.of(),
                0,
                PriceList.NONE);
    }

    /**
     * The line as it holds today, or, if it holds no more or not yet, on its last days; on the terms that follow from it
     * and the provider's prices.
     *
     * @return fails with NOT_FOUND if no scope ever had it
     */
    public Future<Capability> capability(UUID id) {
        return platform.database()
                .read(client -> Statements.latest(client, id))
                .map(found -> found.map(line -> line.read(reader)).orElseThrow(() -> Refusal.notFound("capability")))
                .compose(line -> platform.database()
                        .read(client -> PriceLists.ofProvider(client, line.providerId()))
                        .map(prices -> prices.on(line)));
    }

    /**
     * The line as it was on a day, as it was known at a moment.
     *
     * @return fails with NOT_FOUND if the line did not hold on the day, as far as was known
     */
    public Future<Capability> capability(UUID id, LocalDate validOn, Instant knownAt) {
        return platform.database()
                .read(client -> Statements.find(client, id, validOn, knownAt))
                .map(found -> found.map(line -> line.read(reader)).orElseThrow(() -> Refusal.notFound("capability")));
    }

    /** The version of a line, to be seen by who changes it; 0 for one of which nothing is believed any more. */
    public Future<Long> version(UUID id) {
        return platform.database().read(client -> Statements.version(client, id));
    }

    /** What is believed now about some lines: one statement for each part of their time. */
    public Future<List<RecordedLine>> lines(Collection<UUID> ids) {
        return platform.database().read(client -> Statements.of(client, ids));
    }

    /** Everything ever stated about a line, the latest statement first. */
    public Future<List<RecordedLine>> history(UUID id) {
        return platform.database().read(client -> Statements.history(client, id));
    }

    /** The lines of a provider that hold on a day, in the order of its scope. */
    public Future<List<RecordedLine>> scope(UUID provider, LocalDate day) {
        return platform.database()
                .read(client -> Statements.from(client, provider, day))
                .map(lines -> lines.stream()
                        .filter(line -> line.validity().covers(day))
                        .toList());
    }

    /** The next lines of a provider as they were at a moment, after one of them, in the order of its scope. */
    public Future<List<RecordedLine>> scope(UUID provider, ScopeMoment moment, @Nullable UUID after, int limit) {
        return platform.database().read(client -> Statements.part(client, provider, moment, after, limit));
    }

    /**
     * Makes the provider ready to be changed within a transaction, and lets no one else change it until its end. One
     * that has no site yet gets a main site in its organisation's district.
     *
     * @return fails with NOT_FOUND if there is no such provider, FORBIDDEN unless the caller acts for it or operates the
     *     broker
     */
    public Future<Provider> open(SqlConnection tx, UUID id, Caller caller) {
        return organisation(id)
                .compose(organisation ->
                        mayChange(id, caller) ? open(tx, organisation) : Future.failedFuture(Refusal.forbidden()));
    }

    /** Makes the caller's organisation a provider; fails CONFLICT if it is one. */
    public Future<Provider> become(SqlConnection tx, Caller caller) {
        return organisations
                .offerServices(tx, caller.organisation(), caller)
                .compose(organisation -> open(tx, organisation));
    }

    /** The same for whoever may decide about the provider without acting for it. */
    public Future<Provider> opened(SqlConnection tx, UUID id) {
        return organisation(id).compose(organisation -> open(tx, organisation));
    }

    /** Whether the caller may change what the provider says of itself. */
    public static boolean mayChange(UUID provider, Caller caller) {
        return caller.has(Role.ADMIN) || (caller.has(Role.PROVIDER) && caller.belongsTo(provider));
    }

    private Future<Provider> open(SqlConnection tx, Organisation organisation) {
        return ProviderProfiles.open(
                tx,
                firstSite(organisation),
                new ProviderProfiles.Name(organisation.nameZh(), organisation.nameEn()),
                platform.clock().instant());
    }

    private Site firstSite(Organisation organisation) {
        String district = organisation.district() == null ? "310000" : organisation.district();
        return Site.stated(
                platform.ids().next(),
                organisation.id(),
                new ProviderCommands.DescribeSite("本部", "Headquarters", district, "", true, null));
    }

    /** Writes that something about a provider changed, so that every node looks again. */
    public Future<Void> tell(SqlConnection tx, UUID provider, String type, Caller caller, Map<String, ?> data) {
        return platform.events()
                .append(tx, new Change(PROVIDER_EVENTS, provider, type, caller, Set.of(provider), data))
                .mapEmpty();
    }
}
