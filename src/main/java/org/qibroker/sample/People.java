package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.AccountModule;
import org.qibroker.account.Accounts;
import org.qibroker.account.CreateUser;
import org.qibroker.account.Invoice;
import org.qibroker.account.NewUser;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.account.RegisterOrganisation;
import org.qibroker.account.profile.EnterpriseSize;
import org.qibroker.account.profile.Profiles;
import org.qibroker.platform.database.Database;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** The organisations of the sample, and who acts for them. */
final class People {
    private static final String PASSWORD = "demo-2026";

    private final Organisations organisations;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Database database;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    People(AccountModule account, Database database) {
        this.organisations = account.organisations();
        this.accounts = account.accounts();
        this.profiles = account.profiles();
        this.database = database;
    }

    /** Registers all, at once: passwords are dear to hash. */
    Future<Void> register() {
        List<Future<Void>> all = SampleFiles.rows("users.csv").stream()
                .map(user -> cell(user, "organisation").isEmpty() ? single(user) : member(user))
                .toList();
        return Future.all(all).mapEmpty();
    }

    /** Who acts for an organisation. */
    Caller of(String organisation) {
        Caller caller = callers.get(organisation);
        if (caller == null) {
            throw new IllegalArgumentException("nobody acts for " + organisation);
        }
        return caller;
    }

    /** Who acts for an organisation of that id. */
    Caller of(UUID organisation) {
        return callers.values().stream()
                .filter(caller -> caller.belongsTo(organisation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody acts for " + organisation));
    }

    private Future<Void> single(Map<String, String> user) {
        return accounts.createUser(new CreateUser(null, account(user), roles(cell(user, "roles"))), Caller.SYSTEM)
                .mapEmpty();
    }

    private Future<Void> member(Map<String, String> user) {
        String key = cell(user, "organisation");
        Map<String, String> row =
                SampleFiles.rows("organisations.csv", "key", key).get(0);
        return organisations.register(registration(row, user), Caller.SYSTEM).compose(organisation -> database.read(
                        client -> SampleRepository.userOf(client, organisation.id()))
                .onSuccess(id -> callers.put(key, caller(id, organisation, user)))
                .compose(id -> profile(row, of(key))));
    }

    private Future<Void> profile(Map<String, String> row, Caller caller) {
        return cell(row, "industry").isEmpty()
                ? Future.succeededFuture()
                : profiles.say(
                                caller.organisation(),
                                0,
                                cell(row, "industry"),
                                EnterpriseSize.valueOf(cell(row, "size")),
                                caller)
                        .mapEmpty();
    }

    private static Caller caller(UUID user, Organisation organisation, Map<String, String> row) {
        return new Caller(user, organisation.id(), organisation.roles(), cell(row, "name"));
    }

    private static RegisterOrganisation registration(Map<String, String> row, Map<String, String> user) {
        String name = cell(row, "nameZh");
        String uscc = cell(row, "uscc");
        return new RegisterOrganisation(
                uscc,
                name,
                some(cell(row, "nameEn")),
                roles(cell(row, "roles")),
                some(cell(row, "district")),
                new Invoice(name, uscc, "示例银行上海分行", "0000 0000 0000 0000", null, null),
                account(user));
    }

    private static NewUser account(Map<String, String> user) {
        return new NewUser(cell(user, "email"), cell(user, "name"), PASSWORD);
    }

    private static Set<Role> roles(String cell) {
        return Arrays.stream(cell.split(";"))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    private static @Nullable String some(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
