package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /**
     * The coordinators that see what belongs to an organisation, or is of any of some districts: those of the city and those
     * of its district.
     */
    public Future<Set<UUID>> coordinating(SqlClient client, @Nullable UUID owner, Set<String> districts) {
        return OrganisationRepository.coordinating(client, owner, districts);
    }

    /** Those whose name holds a text, whose code or id it is; at most fifty. */
    public Future<Set<UUID>> search(String text) {
        return platform.database().read(client -> OrganisationRepository.search(client, text, MOST_FOUND));
    }

    /**
     * What an organisation can state otherwise: its code is what it is.
     *
     * @param district code of its district
     */
    public record Particulars(
            @NotBlank @Size(max = 200) String nameZh,
            @Nullable @Size(max = 200) String nameEn,
            @Nullable @Pattern(regexp = "[0-9]{6}") String district) {}

    /** An organisation as it was seen, which nobody changes until this transaction ends; fails STALE. */
    public Future<Organisation> lock(SqlConnection tx, UUID id, long seen) {
        return OrganisationRepository.lock(tx, id, seen).map(Organisations::unchanged);
    }

    /** An organisation states something else of itself; fails STALE, BAD_INPUT for a district that is none. */
    public Future<Organisation> restate(SqlConnection tx, UUID id, long seen, Particulars stated) {
        Particulars plain = RegistrationRules.particulars(stated);
        return OrganisationRepository.restate(tx, id, seen, plain).map(Organisations::unchanged);
    }

    private static Organisation unchanged(RowSet<Row> rows) {
        return OrganisationRepository.all(rows).stream().findFirst().orElseThrow(Refusal::stale);
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
