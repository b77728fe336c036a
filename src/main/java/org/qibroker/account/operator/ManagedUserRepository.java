package org.qibroker.account.operator;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.operator.ManagedUser.Place;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Role;

/** SQL of {@code user_account}, as far as the operator changes it. */
final class ManagedUserRepository {
    private static final String USER =
            """
            SELECT u.*, o.name_zh, o.name_en, o.roles AS organisation_roles, o.district, EXISTS (
                SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS second_factor
            FROM user_account u LEFT JOIN organisation o ON o.id = u.organisation_id
            """;

    private ManagedUserRepository() {}

    /** The newest first, after that place; whose name, address or organisation holds the text. */
    static Future<List<ManagedUser>> list(SqlClient client, @Nullable String text, TimeCursor after, int most) {
        return client.preparedQuery(
                        USER
                                + """
                        WHERE (u.created_at, u.id) < ($1, $2) AND ($3::text IS NULL
                            OR position(lower($3) IN lower(u.name)) > 0 OR position(lower($3) IN u.email) > 0
                            OR position(lower($3) IN lower(o.name_zh)) > 0)
                        ORDER BY u.created_at DESC, u.id DESC LIMIT $4""")
                .execute(Tuple.of(after.at().atOffset(ZoneOffset.UTC), after.id(), text, most))
                .map(ManagedUserRepository::all);
    }

    static Future<Optional<ManagedUser>> find(SqlClient client, UUID id) {
        return client.preparedQuery(USER + "WHERE u.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** The account, which nobody else changes until this transaction ends. */
    static Future<Optional<ManagedUser>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery(USER + "WHERE u.id = $1 FOR UPDATE OF u")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Locks the account since then, for that reason; without both it is unlocked. */
    static Future<Void> setLocked(SqlConnection tx, UUID id, @Nullable Instant since, @Nullable String reason) {
        return tx.preparedQuery(
                        """
                        UPDATE user_account SET locked_at = $2, locked_reason = $3, version = version + 1
                        WHERE id = $1""")
                .execute(Tuple.of(id, since == null ? null : since.atOffset(ZoneOffset.UTC), reason))
                .mapEmpty();
    }

    static Future<Void> setRoles(SqlConnection tx, UUID id, Set<Role> roles) {
        return tx.preparedQuery("UPDATE user_account SET roles = $2, version = version + 1 WHERE id = $1")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addArrayOfString(
                                roles.stream().map(Role::name).sorted().toArray(String[]::new)))
                .mapEmpty();
    }

    private static List<ManagedUser> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ManagedUserRepository::of)
                .toList();
    }

    private static ManagedUser of(Row row) {
        OffsetDateTime locked = row.getOffsetDateTime("locked_at");
        UUID organisation = row.getUUID("organisation_id");
        return new ManagedUser(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                roles(row, "roles"),
                organisation == null
                        ? null
                        : new Place(
                                organisation,
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                roles(row, "organisation_roles"),
                                row.getString("district")),
                row.getOffsetDateTime("created_at").toInstant(),
                locked == null ? null : locked.toInstant(),
                row.getString("locked_reason"),
                row.getBoolean("second_factor"),
                row.getLong("version"));
    }

    private static Set<Role> roles(Row row, String column) {
        return Arrays.stream(row.getArrayOfStrings(column)).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
