package org.qibroker.notify.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table {@code agenda_entry}. */
final class AgendaRepository {
    private static final int MOST = 2000;

    private AgendaRepository() {}

    static Future<Void> put(SqlConnection tx, Appointment appointment) {
        Appointment.Parties parties = appointment.parties();
        Appointment.Place place = appointment.place();
        return tx.preparedQuery(
                        """
                        INSERT INTO agenda_entry (booking_id, enterprise_id, enterprise, provider_id, provider, number,
                            title, resource_id, resource, site, starts, ends, zone, status, sequence, changed_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                        ON CONFLICT ON CONSTRAINT agenda_entry_pk DO UPDATE SET
                            title = excluded.title, resource_id = excluded.resource_id, resource = excluded.resource,
                            site = excluded.site, starts = excluded.starts, ends = excluded.ends,
                            zone = excluded.zone, status = excluded.status, sequence = excluded.sequence,
                            changed_at = excluded.changed_at""")
                .execute(Tuple.tuple()
                        .addUUID(appointment.bookingId())
                        .addUUID(parties.enterpriseId())
                        .addString(parties.enterprise())
                        .addUUID(parties.providerId())
                        .addString(parties.provider())
                        .addString(appointment.number())
                        .addString(appointment.title())
                        .addUUID(place.resourceId())
                        .addString(place.resource())
                        .addString(place.site())
                        .addOffsetDateTime(utc(place.start()))
                        .addOffsetDateTime(utc(place.end()))
                        .addString(place.zone().getId())
                        .addString(appointment.status().name())
                        .addLong(appointment.sequence())
                        .addOffsetDateTime(utc(appointment.changedAt())))
                .mapEmpty();
    }

    /** Appointments of an organisation on either side that end after a moment, in their order. */
    static Future<List<Appointment>> ofOrganisation(SqlClient client, UUID organisation, Instant after) {
        return client.preparedQuery(
                        """
                        SELECT * FROM agenda_entry WHERE (enterprise_id = $1 OR provider_id = $1) AND ends > $2
                        ORDER BY starts, booking_id LIMIT $3""")
                .execute(Tuple.of(organisation, utc(after), MOST))
                .map(AgendaRepository::all);
    }

    /** Appointments at a resource that end after a moment, in their order. */
    static Future<List<Appointment>> ofResource(SqlClient client, UUID resource, Instant after) {
        return client.preparedQuery(
                        """
                        SELECT * FROM agenda_entry WHERE resource_id = $1 AND ends > $2
                        ORDER BY starts, booking_id LIMIT $3""")
                .execute(Tuple.of(resource, utc(after), MOST))
                .map(AgendaRepository::all);
    }

    private static List<Appointment> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(AgendaRepository::of)
                .toList();
    }

    private static Appointment of(Row row) {
        return new Appointment(
                row.getUUID("booking_id"),
                new Appointment.Parties(
                        row.getUUID("enterprise_id"),
                        row.getString("enterprise"),
                        row.getUUID("provider_id"),
                        row.getString("provider")),
                row.getString("number"),
                row.getString("title"),
                new Appointment.Place(
                        row.getUUID("resource_id"),
                        row.getString("resource"),
                        row.getString("site"),
                        row.getOffsetDateTime("starts").toInstant(),
                        row.getOffsetDateTime("ends").toInstant(),
                        ZoneId.of(row.getString("zone"))),
                Appointment.Status.valueOf(row.getString("status")),
                row.getLong("sequence"),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
