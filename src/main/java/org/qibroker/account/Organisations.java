package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The organisations of the broker. */
public final class Organisations {
    private static final int MOST_FOUND = 50;

    private final Platform platform;
    private final Accounts accounts;

    Organisations(Platform platform, Accounts accounts) {
        this.platform = platform;
        this.accounts = accounts;
    }

    /** One organisation; fails NOT_FOUND. */
    public Future<Organisation> get(UUID id) {
        return byIds(Set.of(id))
                .map(found -> Optional.ofNullable(found.get(id)).orElseThrow(() -> Refusal.notFound("organisation")));
    }

    /** Those of the ids that exist. */
    public Future<Map<UUID, Organisation>> byIds(Collection<UUID> ids) {
        return platform.database()
                .read(client -> OrganisationRepository.byIds(client, ids))
                .map(rows -> OrganisationRepository.all(rows).stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity())));
    }

    /** The organisations of a district. */
    public Future<Set<UUID>> inDistrict(String district) {
        return platform.database().read(client -> OrganisationRepository.inDistrict(client, district));
    }

    /** The organisations that act as this. */
    public Future<Set<UUID>> having(SqlClient client, Role role) {
        return OrganisationRepository.having(client, role);
    }

    /** Those whose name holds a text, whose code or id it is; at most fifty. */
    public Future<Set<UUID>> search(String text) {
        return platform.database().read(client -> OrganisationRepository.search(client, text, MOST_FOUND));
    }

    /** The organisation of a unified social credit code. */
    public Future<Optional<Organisation>> byUscc(String uscc) {
        return platform.database()
                .read(client -> OrganisationRepository.byUscc(client, Uscc.normalised(uscc)))
                .map(rows -> OrganisationRepository.all(rows).stream().findFirst());
    }

    /**
     * Registers an organisation and its first user. Anyone may register enterprises and providers, only an operator
     * coordinators.
     *
     * @return fails BAD_INPUT at the field for a wrong code, district or role, CONFLICT for a code or address already
     *     registered
     */
    public Future<Organisation> register(RegisterOrganisation command, Caller caller) {
        Organisation organisation =
                RegistrationRules.organisation(command, platform.ids().next(), caller);
        CreateUser first = new CreateUser(organisation.id(), command.user(), Set.of());
        return accounts.hash(command.user())
                .compose(hash -> platform.database().transaction(tx -> OrganisationRepository.insert(
                                tx, organisation, platform.clock().instant())
                        .compose(inserted -> accounts.insert(tx, first, hash))
                        .compose(user -> log(
                                tx, organisation, "organisation-registered", by(caller, user, organisation, command)))
                        .map(organisation)));
    }

    /**
     * Lets an organisation offer services beside what it does already; for its members only. What they may do follows in
     * tokens made or refreshed from then on, and at once in pages.
     *
     * @return fails NOT_FOUND if it is not the caller's, CONFLICT if it offers services already
     */
    public Future<Organisation> offerServices(SqlConnection tx, UUID id, Caller caller) {
        if (!caller.belongsTo(id)) {
            return Future.failedFuture(Refusal.notFound("organisation"));
        }
        return OrganisationRepository.addRole(tx, id, Role.PROVIDER)
                .map(rows -> OrganisationRepository.all(rows).stream()
                        .findFirst()
                        .orElseThrow(() -> Refusal.conflict("provider-already")))
                .compose(organisation -> log(tx, organisation, "organisation-offers-services", caller)
                        .map(organisation));
    }

    private static Caller by(Caller caller, UUID user, Organisation organisation, RegisterOrganisation command) {
        return caller.signedIn() || caller.has(Role.ADMIN)
                ? caller
                : new Caller(
                        user,
                        organisation.id(),
                        organisation.roles(),
                        command.user().name());
    }

    private Future<Void> log(SqlConnection tx, Organisation organisation, String type, Caller by) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("uscc", organisation.uscc());
        data.put("nameZh", organisation.nameZh());
        data.put("roles", organisation.roles());
        data.put("district", organisation.district() == null ? "" : organisation.district());
        return platform.events()
                .append(tx, new Change("organisation", organisation.id(), type, by, Set.of(organisation.id()), data))
                .mapEmpty();
    }
}
