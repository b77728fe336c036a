package org.qibroker;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.AccountModule;
import org.qibroker.account.Member;
import org.qibroker.notify.Reader;
import org.qibroker.notify.Readers;
import org.qibroker.shared.Language;
import org.qibroker.shared.Role;

/** Readers of notices and mails: whoever has an account. */
final class AccountReaders implements Readers {
    private final AccountModule accounts;

    AccountReaders(AccountModule accounts) {
        this.accounts = accounts;
    }

    @Override
    public Future<List<Reader>> of(SqlClient client, Collection<UUID> organisations) {
        return accounts.accounts()
                .members(client, organisations)
                .map(members -> members.stream().map(AccountReaders::reader).toList());
    }

    @Override
    public Future<Optional<Reader>> one(SqlClient client, UUID user) {
        return accounts.accounts().member(client, user).map(found -> found.map(AccountReaders::reader));
    }

    @Override
    public Future<Void> speaks(SqlClient client, UUID user, Language language) {
        return accounts.accounts().speaks(client, user, language);
    }

    @Override
    public Future<Set<UUID>> coordinators(SqlClient client) {
        return accounts.organisations().having(client, Role.COORDINATOR);
    }

    private static Reader reader(Member member) {
        return new Reader(member.userId(), member.organisationId(), member.email(), member.name(), member.language());
    }
}
