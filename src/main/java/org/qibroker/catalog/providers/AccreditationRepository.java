package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Confirmation;
import org.qibroker.shared.Role;

/** SQL of accreditations. */
final class AccreditationRepository {
    private AccreditationRepository() {}

    static Future<List<Accreditation>> ofProvider(SqlClient client, UUID provider) {
        return client.preparedQuery(
                        """
                        SELECT a.*, ARRAY(SELECT s.site_id FROM accreditation_site s WHERE s.accreditation_id = a.id) AS sites
                        FROM accreditation a WHERE a.provider_id = $1 ORDER BY a.scheme, a.valid_to DESC, a.id""")
                .execute(Tuple.of(provider))
                .map(AccreditationRepository::all);
    }

    /** The accreditations of some providers, or of all where {@code $1} is null. */
    static Future<List<Accreditation>> ofProviders(SqlClient client, Tuple providers) {
        return client.preparedQuery(
                        """
                        SELECT a.*, ARRAY(SELECT s.site_id FROM accreditation_site s WHERE s.accreditation_id = a.id) AS sites
                        FROM accreditation a WHERE $1::uuid[] IS NULL OR a.provider_id = ANY ($1)
                        ORDER BY a.provider_id, a.scheme, a.valid_to DESC, a.id""")
                .execute(providers)
                .map(AccreditationRepository::all);
    }

    static Future<Optional<Accreditation>> find(SqlClient client, UUID id) {
        return client.preparedQuery(
                        """
                        SELECT a.*, ARRAY(SELECT s.site_id FROM accreditation_site s WHERE s.accreditation_id = a.id) AS sites
                        FROM accreditation a WHERE a.id = $1""")
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    private static List<Accreditation> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(AccreditationRepository::of)
                .toList();
    }

    static Accreditation of(Row row) {
        String suspender = row.getString("suspended_by");
        return new Accreditation(
                row.getUUID("id"),
                row.getUUID("provider_id"),
                row.getString("scheme"),
                row.getString("certificate_number"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                Accreditation.Status.valueOf(row.getString("status")),
                suspender == null ? null : Role.valueOf(suspender),
                Confirmation.of(row),
                Set.of(row.getArrayOfUUIDs("sites")),
                row.getLong("version"));
    }

    static Future<Void> insert(SqlConnection tx, Accreditation accreditation, Instant now) {
        return tx.preparedQuery(
                        """
                        INSERT INTO accreditation (id, provider_id, scheme, certificate_number, valid_from, valid_to,
                                                   status, version, suspended_by, confirmation, decided_at, decided_by,
                                                   decision_reason, created_at, updated_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)""")
                .execute(tuple(accreditation).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .compose(done -> cover(tx, accreditation));
    }

    /** Writes the accreditation at its next version; false if the version is another one than the accreditation's. */
    static Future<Boolean> update(SqlConnection tx, Accreditation accreditation, Instant now) {
        return tx.preparedQuery(
                        """
                        UPDATE accreditation SET scheme = $3, certificate_number = $4, valid_from = $5, valid_to = $6,
                               status = $7, version = version + 1, suspended_by = $9, confirmation = $10, decided_at = $11,
                               decided_by = $12, decision_reason = $13, updated_at = $14
                        WHERE id = $1 AND provider_id = $2 AND version = $8""")
                .execute(tuple(accreditation).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .compose(result ->
                        result.rowCount() == 1 ? cover(tx, accreditation).map(true) : Future.succeededFuture(false));
    }

    private static Future<Void> cover(SqlConnection tx, Accreditation accreditation) {
        UUID[] sites = accreditation.siteIds().toArray(UUID[]::new);
        return tx.preparedQuery("DELETE FROM accreditation_site WHERE accreditation_id = $1 AND site_id <> ALL ($2)")
                .execute(Tuple.tuple().addUUID(accreditation.id()).addArrayOfUUID(sites))
                .compose(gone -> tx.preparedQuery(
                                """
                                INSERT INTO accreditation_site (provider_id, accreditation_id, site_id)
                                SELECT $1, $2, site FROM unnest($3::uuid[]) AS site
                                ON CONFLICT ON CONSTRAINT accreditation_site_pk DO NOTHING""")
                        .execute(Tuple.of(accreditation.providerId(), accreditation.id(), sites)))
                .mapEmpty();
    }

    private static Tuple tuple(Accreditation accreditation) {
        Role suspender = accreditation.suspendedBy();
        Tuple values = Tuple.tuple()
                .addUUID(accreditation.id())
                .addUUID(accreditation.providerId())
                .addString(accreditation.scheme())
                .addString(accreditation.certificateNumber())
                .addLocalDate(accreditation.from())
                .addLocalDate(accreditation.to())
                .addString(accreditation.status().name())
                .addLong(accreditation.version())
                .addString(suspender == null ? null : suspender.name());
        return accreditation.confirmation().addTo(values);
    }
}
