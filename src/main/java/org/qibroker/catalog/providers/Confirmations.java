package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * What coordinators make of the sites and accreditations that providers state: each waits until one confirms or rejects
 * it, at the version that was looked at. For coordinators only, each in its {@link Jurisdiction}; anybody else gets
 * FORBIDDEN.
 */
public final class Confirmations {
    private final Platform platform;
    private final Catalog catalog;

    /** Confirms what the providers of a catalog state. */
    public Confirmations(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
    }

    /**
     * Something that waits to be looked at: an accreditation or a site.
     *
     * @param since when it was stated or last changed
     */
    public record Waiting(
            Provider provider, @Nullable Accreditation accreditation, @Nullable Site site, Instant since) {}

    /** What waits, the longest first. */
    public Future<Page<Waiting>> waiting(PageRequest page, Caller caller) {
        if (!caller.has(Role.COORDINATOR)) {
            return Future.failedFuture(Refusal.forbidden());
        }
        Jurisdiction sight = Jurisdiction.of(caller);
        return platform.database()
                .read(client -> ConfirmationRepository.waiting(client, sight, WaitingPlace.of(page), page.limit() + 1))
                .compose(found -> page(found, page.limit()));
    }

    private Future<Page<Waiting>> page(List<WaitingPlace> found, int limit) {
        List<WaitingPlace> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? shown.get(limit - 1).cursor() : null;
        return Future.all(shown.stream().map(this::seen).toList())
                .map(all -> new Page<>(all.<Waiting>list(), next, null));
    }

    private Future<Waiting> seen(WaitingPlace place) {
        return catalog.provider(place.providerId())
                .map(provider -> new Waiting(
                        provider,
                        provider.accreditations().stream()
                                .filter(a -> a.id().equals(place.id()))
                                .findFirst()
                                .orElse(null),
                        provider.site(place.id()).orElse(null),
                        place.since()));
    }

    /** Confirms or rejects an accreditation seen at a version. */
    public Future<Void> decideAccreditation(UUID id, ProviderCommands.Decide command, long version, Caller caller) {
        return decided(command, caller, (tx, decision) -> AccreditationRepository.find(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("accreditation")))
                .compose(stated -> Jurisdiction.admit(tx, stated.providerId(), caller, "accreditation")
                        .map(admitted -> stated.with(decision, version)))
                .compose(after -> write(tx, after, caller)));
    }

    /** Confirms or rejects a site seen at a version. */
    public Future<Void> decideSite(UUID id, ProviderCommands.Decide command, long version, Caller caller) {
        return decided(command, caller, (tx, decision) -> SiteRepository.find(tx, id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("site")))
                .compose(stated -> Jurisdiction.admit(tx, stated.providerId(), caller, "site")
                        .map(admitted -> stated.with(decision, version)))
                .compose(after -> write(tx, after, caller)));
    }

    private interface Work {
        Future<Void> write(SqlConnection tx, Confirmation decision);
    }

    private Future<Void> decided(ProviderCommands.Decide command, Caller caller, Work work) {
        if (!caller.has(Role.COORDINATOR)) {
            return Future.failedFuture(Refusal.forbidden());
        }
        Confirmation decision = decision(command, caller);
        return platform.database().transaction(tx -> work.write(tx, decision));
    }

    private Confirmation decision(ProviderCommands.Decide command, Caller caller) {
        String reason = command.reason() == null ? "" : command.reason().strip();
        boolean rejected = command.decision() == Confirmation.State.REJECTED;
        if (command.decision() == Confirmation.State.STATED) {
            throw Refusal.badInput("/decision", "decision");
        }
        if (rejected && reason.isEmpty()) {
            throw Refusal.badInput("/reason", "reason-needed");
        }
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return new Confirmation(command.decision(), Pseudonym.of(caller), now, rejected ? reason : null);
    }

    private Future<Void> write(SqlConnection tx, Accreditation after, Caller caller) {
        Decided what = new Decided(after.providerId(), "accreditation", after.confirmation(), Providers.about(after));
        return catalog.opened(tx, after.providerId())
                .compose(opened -> AccreditationRepository.update(
                        tx, after, platform.clock().instant()))
                .compose(written -> tell(tx, written, what, caller));
    }

    private Future<Void> write(SqlConnection tx, Site after, Caller caller) {
        Decided what = new Decided(after.providerId(), "site", after.confirmation(), Providers.about(after));
        return catalog.opened(tx, after.providerId())
                .compose(opened ->
                        SiteRepository.update(tx, after, platform.clock().instant()))
                .compose(written -> tell(tx, written, what, caller));
    }

    private record Decided(UUID provider, String thing, Confirmation decision, Map<String, Object> about) {}

    private Future<Void> tell(SqlConnection tx, boolean written, Decided what, Caller caller) {
        if (!written) {
            return Future.failedFuture(Refusal.stale());
        }
        Map<String, Object> data = new HashMap<>(what.about());
        data.put(
                "reason",
                what.decision().reason() == null ? "" : what.decision().reason());
        String type = what.thing() + (what.decision().confirmed() ? "-confirmed" : "-rejected");
        return catalog.tell(tx, what.provider(), type, caller, data);
    }
}
