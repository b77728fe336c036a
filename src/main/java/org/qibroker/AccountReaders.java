package org.qibroker;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.qibroker.account.AccountModule;
import org.qibroker.account.Member;
import org.qibroker.notify.Reader;
import org.qibroker.notify.Readers;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.shared.Language;

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
    public Future<Set<UUID>> coordinators(SqlClient client, LoggedEvent event) {
        Set<String> districts = StreamSupport.stream(
                        event.data().path("districts").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        return accounts.organisations().coordinating(client, event.owner().orElse(null), districts);
    }

    private static Reader reader(Member member) {
        return new Reader(member.userId(), member.organisationId(), member.email(), member.name(), member.language());
    }
}
