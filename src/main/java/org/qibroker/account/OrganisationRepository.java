package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisations.Particulars;
import org.qibroker.shared.Role;

/** SQL of {@code organisation}. */
final class OrganisationRepository {
    private static final int INVOICE_FIELDS = 6;
    private static final String ALL =
            """
            organisation.*, EXISTS (SELECT 1 FROM organisation_verification v
                                    WHERE v.organisation_id = organisation.id AND v.state = 'VERIFIED') AS verified
            """;

    private OrganisationRepository() {}

    static Future<Void> insert(SqlClient client, Organisation organisation, Instant now) {
        Tuple values = Tuple.of(
                organisation.id(),
                organisation.uscc(),
                organisation.nameZh(),
                organisation.nameEn(),
                names(organisation.roles()));
        values.addString(organisation.district()).addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return client.preparedQuery(
                        """
                        INSERT INTO organisation (id, uscc, name_zh, name_en, roles, district, created_at,
                            invoice_title, invoice_tax_number, invoice_bank, invoice_bank_account, invoice_address,
                            invoice_phone)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)""")
                .execute(withInvoice(values, organisation.invoice()))
                .mapEmpty();
    }

    /**
     * English names by Chinese ones, of the organisations that bear the name of one, or of so many of all; a name that
     * stands for different ones in English is left out.
     */
    static Future<Map<String, String>> english(SqlClient client, @Nullable UUID only, int most) {
        return client.preparedQuery(
                        """
                        SELECT name_zh, min(name_en) AS name_en FROM organisation
                        WHERE btrim(name_en) <> ''
                          AND ($1::uuid IS NULL OR name_zh = (SELECT name_zh FROM organisation WHERE id = $1))
                        GROUP BY name_zh HAVING count(DISTINCT name_en) = 1 LIMIT $2""")
                .execute(Tuple.of(only, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString("name_zh"), row -> row.getString("name_en"))));
    }

    private static Tuple withInvoice(Tuple values, @Nullable Invoice invoice) {
        if (invoice == null) {
            for (int i = 0; i < INVOICE_FIELDS; i++) {
                values.addString(null);
            }
            return values;
        }
        return values.addString(invoice.title())
                .addString(invoice.taxNumber())
                .addString(invoice.bank())
                .addString(invoice.bankAccount())
                .addString(invoice.address())
                .addString(invoice.phone());
    }

    static Future<Set<UUID>> having(SqlClient client, Role role) {
        return client.preparedQuery("SELECT id FROM organisation WHERE $1 = ANY (roles)")
                .execute(Tuple.of(role.name()))
                .map(OrganisationRepository::ids);
    }

    static Future<Set<UUID>> coordinating(SqlClient client, @Nullable UUID owner, Set<String> districts) {
        return client.preparedQuery(
                        """
                        SELECT id FROM organisation
                        WHERE 'COORDINATOR' = ANY (roles) AND (district IS NULL OR district = ANY ($2)
                            OR district = (SELECT seat.district FROM organisation AS seat WHERE seat.id = $1))""")
                .execute(Tuple.of(owner).addArrayOfString(districts.toArray(String[]::new)))
                .map(OrganisationRepository::ids);
    }

    static Future<Void> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery("SELECT 1 FROM organisation WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .mapEmpty();
    }

    /** The organisation if it is still at that version, which nobody else changes until this transaction ends. */
    static Future<RowSet<Row>> lock(SqlConnection tx, UUID id, long version) {
        return tx.preparedQuery("SELECT " + ALL + "FROM organisation WHERE id = $1 AND version = $2 FOR UPDATE")
                .execute(Tuple.of(id, version));
    }

    /** What the organisation states of itself from now on; no row if it is not at that version. */
    static Future<RowSet<Row>> restate(SqlConnection tx, UUID id, long version, Particulars stated) {
        return tx.preparedQuery(
                        """
                        UPDATE organisation SET name_zh = $3, name_en = $4, district = $5, version = version + 1
                        WHERE id = $1 AND version = $2 RETURNING\s"""
                                + ALL)
                .execute(Tuple.of(id, version, stated.nameZh(), stated.nameEn(), stated.district()));
    }

    static Future<Set<UUID>> inDistrict(SqlClient client, String district) {
        return client.preparedQuery("SELECT id FROM organisation WHERE district = $1")
                .execute(Tuple.of(district))
                .map(OrganisationRepository::ids);
    }

    static Future<Optional<String>> seat(SqlClient client, UUID id) {
        return client.preparedQuery("SELECT district FROM organisation WHERE id = $1 AND district IS NOT NULL")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getString("district")));
    }

    static Future<Set<UUID>> search(SqlClient client, String text, int most) {
        return client.preparedQuery(
                        """
                        SELECT id FROM organisation
                        WHERE position(lower($1) IN lower(name_zh)) > 0 OR position(lower($1) IN lower(name_en)) > 0
                            OR uscc = upper($1) OR id::text = lower($1)
                        ORDER BY name_zh, id LIMIT $2""")
                .execute(Tuple.of(text, most))
                .map(OrganisationRepository::ids);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Future<RowSet<Row>> byIds(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery("SELECT " + ALL + "FROM organisation WHERE id = ANY ($1)")
                .execute(Tuple.of(ids.toArray(UUID[]::new)));
    }

    static Future<RowSet<Row>> byUscc(SqlClient client, String uscc) {
        return client.preparedQuery("SELECT " + ALL + "FROM organisation WHERE uscc = $1")
                .execute(Tuple.of(uscc));
    }

    /** Adds a role to those of an organisation that has it not; no row if it has. */
    static Future<RowSet<Row>> addRole(SqlClient client, UUID id, Role role) {
        return client.preparedQuery(
                        """
                        UPDATE organisation SET roles = array_append(roles, $2), version = version + 1
                        WHERE id = $1 AND NOT $2 = ANY (roles) RETURNING\s"""
                                + ALL)
                .execute(Tuple.of(id, role.name()));
    }

    static Collection<Organisation> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(OrganisationRepository::of)
                .toList();
    }

    static Organisation of(Row row) {
        return new Organisation(
                row.getUUID("id"),
                row.getString("uscc"),
                row.getString("name_zh"),
                row.getString("name_en"),
                roles(row.getArrayOfStrings("roles")),
                row.getString("district"),
                invoice(row),
                row.getLong("version"),
                row.getBoolean("verified"));
    }

    private static @Nullable Invoice invoice(Row row) {
        String title = row.getString("invoice_title");
        return title == null
                ? null
                : new Invoice(
                        title,
                        row.getString("invoice_tax_number"),
                        row.getString("invoice_bank"),
                        row.getString("invoice_bank_account"),
                        row.getString("invoice_address"),
                        row.getString("invoice_phone"));
    }

    static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
