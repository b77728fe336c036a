package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.account.Accounts.Credentials;
import org.qibroker.shared.Language;

/** SQL of {@code user_account}. */
final class UserRepository {
    /** A user and the organisation it acts for; the organisation's columns under their own names. */
    private static final String USER =
            """
            SELECT o.*, u.id AS user_id, u.email, u.name, u.password_hash, u.roles AS own_roles,
                u.locked_at IS NOT NULL AS locked, EXISTS (
                SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS two_factors,
                EXISTS (SELECT 1 FROM organisation_verification v
                        WHERE v.organisation_id = o.id AND v.state = 'VERIFIED') AS verified
            FROM user_account u LEFT JOIN organisation o ON o.id = u.organisation_id
            """;

    private UserRepository() {}

    static Future<Void> insert(SqlClient client, UUID id, CreateUser command, String passwordHash, Instant now) {
        NewUser user = command.user();
        return client.preparedQuery(
                        """
                        INSERT INTO user_account (id, organisation_id, email, name, password_hash, roles, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(command.organisationId())
                        .addString(email(user.email()))
                        .addString(user.name().strip())
                        .addString(passwordHash)
                        .addArrayOfString(OrganisationRepository.names(command.roles()))
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Optional<User>> byId(SqlClient client, UUID id) {
        return client.preparedQuery(USER + "WHERE u.id = $1")
                .execute(Tuple.of(id))
                .map(UserRepository::first);
    }

    static Future<List<Member>> members(SqlClient client, Collection<UUID> organisations) {
        return client.preparedQuery(
                        """
                        SELECT id, organisation_id, email, name, coalesce(language, 'ZH') AS language FROM user_account
                        WHERE organisation_id = ANY ($1) ORDER BY id""")
                .execute(Tuple.of(organisations.toArray(UUID[]::new)))
                .map(UserRepository::members);
    }

    static Future<Optional<Member>> member(SqlClient client, UUID user) {
        return client.preparedQuery(
                        """
                        SELECT id, organisation_id, email, name, coalesce(language, 'ZH') AS language FROM user_account
                        WHERE id = $1 AND organisation_id IS NOT NULL""")
                .execute(Tuple.of(user))
                .map(rows -> members(rows).stream().findFirst());
    }

    private static List<Member> members(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Member(
                        row.getUUID("id"),
                        row.getUUID("organisation_id"),
                        row.getString("email"),
                        row.getString("name"),
                        Language.valueOf(row.getString("language"))))
                .toList();
    }

    static Future<Optional<Credentials>> credentials(SqlClient client, String email) {
        return client.preparedQuery(USER + "WHERE u.email = $1")
                .execute(Tuple.of(email(email)))
                .map(UserRepository::firstCredentials);
    }

    static Future<Void> setPassword(SqlClient client, UUID id, String hash) {
        return client.preparedQuery("UPDATE user_account SET password_hash = $2, version = version + 1 WHERE id = $1")
                .execute(Tuple.of(id, hash))
                .mapEmpty();
    }

    static Future<Void> speaks(SqlClient client, UUID id, Language language) {
        return client.preparedQuery("UPDATE user_account SET language = $2 WHERE id = $1")
                .execute(Tuple.of(id, language.name()))
                .mapEmpty();
    }

    static Future<Void> speaksFirst(SqlClient client, UUID id, Language language) {
        return client.preparedQuery("UPDATE user_account SET language = $2 WHERE id = $1 AND language IS NULL")
                .execute(Tuple.of(id, language.name()))
                .mapEmpty();
    }

    /** Deletes a user with all that hangs on it, and invitations of the address. */
    static Future<Void> delete(SqlClient client, UUID id, String email) {
        return client.preparedQuery(
                        """
                        WITH invited AS (DELETE FROM invitation WHERE email = $2)
                        DELETE FROM user_account WHERE id = $1""")
                .execute(Tuple.of(id, email(email)))
                .mapEmpty();
    }

    static Future<Boolean> emailTaken(SqlClient client, String email) {
        return client.preparedQuery("SELECT 1 FROM user_account WHERE email = $1")
                .execute(Tuple.of(email(email)))
                .map(rows -> rows.size() > 0);
    }

    private static Optional<User> first(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? Optional.of(of(row.next())) : Optional.empty();
    }

    private static Optional<Credentials> firstCredentials(RowSet<Row> rows) {
        RowIterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return Optional.empty();
        }
        Row row = found.next();
        return Optional.of(new Credentials(of(row), row.getString("password_hash")));
    }

    private static User of(Row row) {
        return new User(
                row.getUUID("user_id"),
                row.getString("email"),
                row.getString("name"),
                OrganisationRepository.roles(row.getArrayOfStrings("own_roles")),
                row.getBoolean("two_factors"),
                row.getBoolean("locked"),
                row.getUUID("id") == null ? null : OrganisationRepository.of(row));
    }

    private static String email(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
