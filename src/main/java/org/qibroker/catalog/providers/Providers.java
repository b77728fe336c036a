package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.Jurisdiction;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.lines.ScopeWriter;
import org.qibroker.catalog.lines.Statements;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * What providers say about themselves. Only those who act for the provider may change it, and the operator; anybody
 * else gets FORBIDDEN. A change of something that was changed meanwhile gets STALE. Sites and accreditations count for
 * what {@link Confirmations} make of them; one that is changed has to be confirmed anew.
 */
public final class Providers {
    private final Platform platform;
    private final Catalog catalog;
    private final ScopeWriter scopes;

    /** Changes the providers of a catalog. */
    public Providers(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
        this.scopes = new ScopeWriter(platform, catalog);
    }

    /**
     * Makes the caller's organisation a provider with a profile of its own, whatever else it is: a large firm that opens
     * its laboratory. Fails CONFLICT if it is one already.
     */
    public Future<Provider> become(Caller caller) {
        return platform.database().transaction(tx -> catalog.become(tx, caller)
                .compose(provider -> catalog.tell(tx, provider.id(), "provider-opened", caller, Map.of())
                        .map(provider)));
    }

    /** Presents the provider, with the kinds of body it is. */
    public Future<Void> introduce(UUID provider, ProviderCommands.Introduce command, long version, Caller caller) {
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> ProviderRepository.introduce(tx, provider, command, version, now()))
                .compose(Providers::ifWritten)
                .compose(done -> catalog.tell(tx, provider, "provider-introduced", caller, Map.of())));
    }

    /** Adds a site, and gives its id. */
    public Future<UUID> addSite(UUID provider, ProviderCommands.DescribeSite command, Caller caller) {
        Site site = Site.stated(platform.ids().next(), provider, command);
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> makeRoom(tx, site))
                .compose(room -> SiteRepository.insert(tx, site, now()))
                .compose(done -> catalog.tell(tx, provider, "site-added", caller, about(site)))
                .map(site.id()));
    }

    /** Changes a site; the main one stays it until another becomes it. Fails CONFLICT if it has an end. */
    public Future<Void> changeSite(UUID id, ProviderCommands.DescribeSite command, long version, Caller caller) {
        return platform.database().transaction(tx -> openSite(tx, id)
                .map(before -> before.described(command, version))
                .compose(after -> catalog.open(tx, after.providerId(), caller)
                        .compose(opened -> makeRoom(tx, after))
                        .compose(room -> SiteRepository.update(tx, after, now()))
                        .compose(Providers::ifWritten)
                        .compose(done -> catalog.tell(tx, after.providerId(), "site-changed", caller, about(after)))));
    }

    /**
     * Ends a site, and with it the lines of the scope that are done there. Fails CONFLICT for the main site and one that
     * has an end, BAD_INPUT for a day that has passed.
     *
     * @param lastDay the last day on which work is done there
     */
    public Future<Void> endSite(UUID id, LocalDate lastDay, long version, Caller caller) {
        if (lastDay.isBefore(catalog.today())) {
            return Future.failedFuture(Refusal.badInput("/on", "day-passed", lastDay));
        }
        return platform.database().transaction(tx -> openSite(tx, id)
                .compose(site -> catalog.open(tx, site.providerId(), caller).map(opened -> notMain(site)))
                .map(site -> site.ended(lastDay, version))
                .compose(site -> SiteRepository.update(tx, site, now())
                        .compose(Providers::ifWritten)
                        .compose(done -> catalog.tell(tx, site.providerId(), "site-ended", caller, about(site)))
                        .compose(told -> endLines(tx, site, lastDay, caller))));
    }

    private Future<Void> endLines(SqlConnection tx, Site site, LocalDate lastDay, Caller caller) {
        return Statements.from(tx, site.providerId(), lastDay.plusDays(1))
                .map(lines -> linesOf(site, lines))
                .compose(lines -> scopes.end(tx, site.providerId(), lines, lastDay, caller));
    }

    private static List<RecordedLine> linesOf(Site site, List<RecordedLine> lines) {
        return lines.stream()
                .filter(line -> line.line().siteId().equals(site.id()))
                .toList();
    }

    private static Site notMain(Site site) {
        if (site.main()) {
            throw Refusal.conflict("site-is-main");
        }
        return site;
    }

    private static Future<Site> openSite(SqlConnection tx, UUID id) {
        return SiteRepository.find(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("site")))
                .map(site -> {
                    if (site.endedOn() != null) {
                        throw Refusal.conflict("site-ended");
                    }
                    return site;
                });
    }

    private static Future<Void> makeRoom(SqlConnection tx, Site site) {
        return site.main() ? SiteRepository.clearMain(tx, site.providerId(), site.id()) : Future.succeededFuture();
    }

    /** Adds an accreditation, ACTIVE, and gives its id. */
    public Future<UUID> addAccreditation(UUID provider, ProviderCommands.DescribeAccreditation command, Caller caller) {
        Accreditation stated = Accreditation.stated(platform.ids().next(), provider, command);
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .map(opened -> checked(stated, opened))
                .compose(good -> AccreditationRepository.insert(tx, good, now()))
                .compose(done -> catalog.tell(tx, provider, "accreditation-added", caller, about(stated)))
                .map(stated.id()));
    }

    /** Changes mark, number, dates and sites of an accreditation; not its status. Fails CONFLICT if it is withdrawn. */
    public Future<Void> changeAccreditation(
            UUID id, ProviderCommands.DescribeAccreditation command, long version, Caller caller) {
        return platform.database().transaction(tx -> accreditation(tx, id)
                .map(before -> before.withStatus(before.status(), version, Role.PROVIDER))
                .map(before -> before.described(command, version))
                .compose(after -> catalog.open(tx, after.providerId(), caller)
                        .map(opened -> checked(after, opened))
                        .compose(good -> write(tx, good, "accreditation-changed", caller, about(good)))));
    }

    /**
     * Suspends, reinstates or withdraws an accreditation; coordinators may, too, each in its {@link Jurisdiction}, and only
     * they reinstate what one of them suspended. One withdrawn stays so. Fails CONFLICT where that forbids it.
     */
    public Future<Void> setStatus(UUID id, ProviderCommands.ChangeStatus command, long version, Caller caller) {
        Role by = caller.has(Role.COORDINATOR) ? Role.COORDINATOR : Role.PROVIDER;
        return platform.database().transaction(tx -> accreditation(tx, id)
                .compose(before -> mayChangeStatus(tx, before, caller)
                        .map(may -> before.withStatus(command.status(), version, by)))
                .compose(after -> setStatus(tx, after, command, caller)));
    }

    private static Future<Void> mayChangeStatus(SqlConnection tx, Accreditation before, Caller caller) {
        if (Catalog.mayChange(before.providerId(), caller)) {
            return Future.succeededFuture();
        }
        return caller.has(Role.COORDINATOR)
                ? Jurisdiction.admit(tx, before.providerId(), caller, "accreditation")
                : Future.failedFuture(Refusal.forbidden());
    }

    private Future<Void> setStatus(
            SqlConnection tx, Accreditation after, ProviderCommands.ChangeStatus command, Caller caller) {
        String reason = command.reason() == null ? "" : command.reason();
        Map<String, Object> data = Map.of(
                "accreditationId",
                after.id(),
                "scheme",
                after.scheme(),
                "certificateNumber",
                after.certificateNumber(),
                "reason",
                reason);
        return catalog.opened(tx, after.providerId())
                .compose(opened -> write(tx, after, type(command.status()), caller, data));
    }

    private static String type(Accreditation.Status status) {
        return switch (status) {
            case ACTIVE -> "accreditation-reinstated";
            case SUSPENDED -> "accreditation-suspended";
            case WITHDRAWN -> "accreditation-withdrawn";
        };
    }

    private Future<Void> write(
            SqlConnection tx, Accreditation after, String type, Caller caller, Map<String, Object> data) {
        return AccreditationRepository.update(tx, after, now())
                .compose(Providers::ifWritten)
                .compose(done -> catalog.tell(tx, after.providerId(), type, caller, data));
    }

    private static Future<Accreditation> accreditation(SqlConnection tx, UUID id) {
        return AccreditationRepository.find(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("accreditation")));
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

    static Map<String, Object> about(Site site) {
        return Map.of("siteId", site.id(), "name", site.nameZh());
    }

    static Map<String, Object> about(Accreditation accreditation) {
        return Map.of(
                "accreditationId", accreditation.id(),
                "scheme", accreditation.scheme(),
                "certificateNumber", accreditation.certificateNumber());
    }

    private static Future<Void> ifWritten(boolean written) {
        return written ? Future.succeededFuture() : Future.failedFuture(Refusal.stale());
    }

    private Instant now() {
        return platform.clock().instant();
    }
}
