package org.qibroker.account.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** The table {@code organisation_profile}. */
final class ProfileRepository {
    private ProfileRepository() {}

    static Future<Profile> find(SqlClient client, UUID organisation) {
        return client.preparedQuery("SELECT * FROM organisation_profile WHERE organisation_id = $1")
                .execute(Tuple.of(organisation))
                .map(rows -> rows.size() == 0
                        ? Profile.NONE
                        : Profile.of(rows.iterator().next()));
    }

    /** Writes it if it was last seen at the version before; whether it was. */
    static Future<Boolean> write(SqlConnection tx, UUID organisation, Profile profile) {
        return tx.preparedQuery(
                        """
                        INSERT INTO organisation_profile AS p (organisation_id, industry, size, version)
                        SELECT $1, $2, $3, $4::bigint WHERE $4::bigint = 1
                            OR EXISTS (SELECT 1 FROM organisation_profile WHERE organisation_id = $1)
                        ON CONFLICT ON CONSTRAINT organisation_profile_pk DO UPDATE
                            SET industry = $2, size = $3, version = $4::bigint WHERE p.version = $4::bigint - 1""")
                .execute(Tuple.of(
                        organisation,
                        profile.industry(),
                        profile.size() == null ? null : profile.size().name(),
                        profile.version()))
                .map(written -> written.rowCount() == 1);
    }
}
