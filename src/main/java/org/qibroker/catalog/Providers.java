package org.qibroker.catalog;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * What providers say about themselves. Only those who act for the provider may change it, and the operator; anybody
 * else gets FORBIDDEN. A change of something that was changed meanwhile gets STALE.
 */
public final class Providers {
    private final Platform platform;
    private final Catalog catalog;

    /** Changes the providers of a catalog. */
    public Providers(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
    }

    /** Presents the provider. */
    public Future<Void> introduce(UUID provider, ProviderCommands.Introduce command, long version, Caller caller) {
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> ProviderRepository.introduce(tx, provider, command, version, now()))
                .compose(done -> told(tx, provider, done, "provider-introduced", caller)));
    }

    /** Adds a site, and gives its id. */
    public Future<UUID> addSite(UUID provider, ProviderCommands.DescribeSite command, Caller caller) {
        UUID id = platform.ids().next();
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> makeRoom(tx, site(id, provider, command, 1), command.main()))
                .compose(site -> SiteRepository.insert(tx, site, now()))
                .compose(done -> told(tx, provider, true, "site-added", caller))
                .map(id));
    }

    /** Changes a site; the main one stays it until another becomes it. */
    public Future<Void> changeSite(UUID id, ProviderCommands.DescribeSite command, long version, Caller caller) {
        return platform.database().transaction(tx -> SiteRepository.find(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("site")))
                .compose(before -> changeSite(tx, before, command, version, caller)));
    }

    private Future<Void> changeSite(
            SqlConnection tx, Site before, ProviderCommands.DescribeSite command, long version, Caller caller) {
        UUID provider = before.providerId();
        Site after = site(before.id(), provider, command, version);
        boolean main = before.main() || command.main();
        return catalog.open(tx, provider, caller)
                .compose(opened -> makeRoom(tx, after, main))
                .compose(site -> SiteRepository.update(tx, site, now()))
                .compose(done -> told(tx, provider, done, "site-changed", caller));
    }

    private static Future<Site> makeRoom(SqlConnection tx, Site site, boolean main) {
        Site placed = new Site(
                site.id(),
                site.providerId(),
                site.nameZh(),
                site.nameEn(),
                site.district(),
                site.addressZh(),
                main,
                site.zone(),
                site.version());
        return main
                ? SiteRepository.clearMain(tx, site.providerId(), site.id()).map(placed)
                : Future.succeededFuture(placed);
    }

    private static Site site(UUID id, UUID provider, ProviderCommands.DescribeSite command, long version) {
        String zone = command.zone() == null ? "Asia/Shanghai" : command.zone();
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Refusal.badInput("/zone", "unknown-zone", zone);
        }
        return new Site(
                id,
                provider,
                command.nameZh().strip(),
                command.nameEn(),
                command.district(),
                command.addressZh().strip(),
                command.main(),
                zone,
                version);
    }

    /** Adds an accreditation, ACTIVE, and gives its id. */
    public Future<UUID> addAccreditation(UUID provider, ProviderCommands.DescribeAccreditation command, Caller caller) {
        UUID id = platform.ids().next();
        Accreditation accreditation = accreditation(id, provider, command, Accreditation.Status.ACTIVE, 1);
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .map(opened -> checked(accreditation, opened))
                .compose(good -> AccreditationRepository.insert(tx, good, now()))
                .compose(done -> told(tx, provider, true, "accreditation-added", caller))
                .map(id));
    }

    /** Changes number, dates and sites of an accreditation; not its status. */
    public Future<Void> changeAccreditation(
            UUID id, ProviderCommands.DescribeAccreditation command, long version, Caller caller) {
        return platform.database().transaction(tx -> accreditation(tx, id)
                .map(before -> accreditation(id, before.providerId(), command, before.status(), version))
                .compose(after -> write(tx, after, "accreditation-changed", caller)));
    }

    /** Suspends, reinstates or withdraws an accreditation; one withdrawn stays so. */
    public Future<Void> setStatus(UUID id, Accreditation.Status status, long version, Caller caller) {
        return platform.database().transaction(tx -> accreditation(tx, id)
                .map(before -> before.withStatus(status, version))
                .compose(after -> write(tx, after, type(status), caller)));
    }

    private static String type(Accreditation.Status status) {
        return switch (status) {
            case ACTIVE -> "accreditation-reinstated";
            case SUSPENDED -> "accreditation-suspended";
            case WITHDRAWN -> "accreditation-withdrawn";
        };
    }

    private Future<Void> write(SqlConnection tx, Accreditation after, String type, Caller caller) {
        UUID provider = after.providerId();
        return catalog.open(tx, provider, caller)
                .map(opened -> checked(after, opened))
                .compose(good -> AccreditationRepository.update(tx, good, now()))
                .compose(done -> told(tx, provider, done, type, caller));
    }

    private static Future<Accreditation> accreditation(SqlConnection tx, UUID id) {
        return AccreditationRepository.find(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("accreditation")));
    }

    private static Accreditation accreditation(
            UUID id,
            UUID provider,
            ProviderCommands.DescribeAccreditation command,
            Accreditation.Status status,
            long version) {
        return new Accreditation(
                id,
                provider,
                command.scheme().strip(),
                command.certificateNumber().strip(),
                command.from(),
                command.to(),
                status,
                command.siteIds(),
                version);
    }

    private static Accreditation checked(Accreditation accreditation, Provider provider) {
        if (accreditation.to().isBefore(accreditation.from())) {
            throw Refusal.badInput("/to", "ends-before-it-begins");
        }
        Set<UUID> foreign = new HashSet<>(accreditation.siteIds());
        provider.sites().forEach(site -> foreign.remove(site.id()));
        if (!foreign.isEmpty()) {
            throw Refusal.badInput(
                    "/siteIds", "unknown-site", foreign.iterator().next());
        }
        return accreditation;
    }

    private Future<Void> told(SqlConnection tx, UUID provider, boolean done, String type, Caller caller) {
        return done ? catalog.tell(tx, provider, type, caller, Map.of()) : Future.failedFuture(Refusal.stale());
    }

    private Instant now() {
        return platform.clock().instant();
    }
}
