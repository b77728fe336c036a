package org.qibroker.insight.count;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.events.LoggedEvent;

/** What is known of enterprises, demands, bookings, gaps, requests for quotes and complaints. */
final class KnownRepository {
    private KnownRepository() {}

    static Future<Void> district(SqlConnection tx, UUID enterprise, @Nullable String district) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_enterprise (id, district) VALUES ($1, $2)
                        ON CONFLICT ON CONSTRAINT insight_enterprise_pk DO UPDATE SET district = $2""")
                .execute(Tuple.of(enterprise, district))
                .mapEmpty();
    }

    /** Whether somebody has to look at what an organisation states. */
    static Future<Void> unverified(SqlConnection tx, UUID organisation, boolean unverified) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_enterprise (id, unverified) VALUES ($1, $2)
                        ON CONFLICT ON CONSTRAINT insight_enterprise_pk DO UPDATE SET unverified = $2""")
                .execute(Tuple.of(organisation, unverified))
                .mapEmpty();
    }

    static Future<Void> profile(SqlConnection tx, UUID enterprise, Said said) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_enterprise (id, industry, size) VALUES ($1, $2, $3)
                        ON CONFLICT ON CONSTRAINT insight_enterprise_pk DO UPDATE SET industry = $2, size = $3""")
                .execute(Tuple.of(enterprise, said.textIfSaid("industry"), said.textIfSaid("size")))
                .mapEmpty();
    }

    /** The first month known in which an enterprise asked for something. */
    static Future<@Nullable LocalDate> firstActive(SqlConnection tx, UUID enterprise) {
        return tx.preparedQuery("SELECT max(first_active) AS first FROM insight_enterprise WHERE id = $1")
                .execute(Tuple.of(enterprise))
                .map(rows -> rows.iterator().next().getLocalDate("first"));
    }

    /** The enterprise asked for something in a month, before any other that is known. */
    static Future<Void> active(SqlConnection tx, UUID enterprise, LocalDate month) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_enterprise (id, first_active) VALUES ($1, $2)
                        ON CONFLICT ON CONSTRAINT insight_enterprise_pk DO UPDATE SET first_active = $2""")
                .execute(Tuple.of(enterprise, month))
                .mapEmpty();
    }

    static Future<Void> demand(SqlConnection tx, UUID demand, Said said) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_demand (id, title, programmes, scenarios) VALUES ($1, $2, $3, $4)
                        ON CONFLICT ON CONSTRAINT insight_demand_pk
                            DO UPDATE SET title = $2, programmes = $3, scenarios = $4""")
                .execute(Tuple.of(
                        demand,
                        said.text("title"),
                        said.texts("programmes").toArray(String[]::new),
                        said.texts("scenarios").toArray(String[]::new)))
                .mapEmpty();
    }

    /** Nothing more is wanted of a demand. */
    static Future<Void> demandOver(SqlConnection tx, UUID demand) {
        return tx.preparedQuery("UPDATE insight_demand SET over = true WHERE id = $1")
                .execute(Tuple.of(demand))
                .mapEmpty();
    }

    static Future<Void> serves(SqlConnection tx, UUID booking, UUID[] items) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_served (item_id, booking_id) SELECT unnest($2::uuid[]), $1
                        ON CONFLICT ON CONSTRAINT insight_served_pk DO NOTHING""")
                .execute(Tuple.of(booking).addArrayOfUUID(items))
                .mapEmpty();
    }

    static Future<UUID[]> servedBy(SqlConnection tx, UUID booking) {
        return tx.preparedQuery("SELECT item_id FROM insight_served WHERE booking_id = $1")
                .execute(Tuple.of(booking))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("item_id"))
                        .toArray(UUID[]::new));
    }

    static Future<Void> servesNoMore(SqlConnection tx, UUID booking) {
        return tx.preparedQuery("DELETE FROM insight_served WHERE booking_id = $1")
                .execute(Tuple.of(booking))
                .mapEmpty();
    }

    static Future<Void> gap(SqlConnection tx, UUID item, int bucket) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_gap (item_id, bucket) VALUES ($1, $2)
                        ON CONFLICT ON CONSTRAINT insight_gap_pk DO UPDATE SET bucket = $2""")
                .execute(Tuple.of(item, bucket))
                .mapEmpty();
    }

    /** A new booking; what is counted of it already, because its own stream came late, learns what it is for. */
    static Future<Void> booking(SqlConnection tx, LoggedEvent event, Said said) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_booking
                            (id, number, title, enterprise_id, provider_id, demand_id, family, asked_at, state)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        ON CONFLICT ON CONSTRAINT insight_booking_pk DO NOTHING""")
                .execute(Tuple.of(
                                event.stream(),
                                said.text("number"),
                                said.text("title"),
                                said.id("enterpriseId"),
                                said.id("providerId"),
                                said.id("demandId"))
                        .addString(said.text("family"))
                        .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC))
                        .addString(said.text("to")))
                .compose(inserted -> tx.preparedQuery(
                                "UPDATE insight_fact SET demand_id = $2, family = $3 WHERE booking_id = $1")
                        .execute(Tuple.of(event.stream(), said.id("demandId"), said.text("family"))))
                .mapEmpty();
    }

    /** Where a booking stands now, and whether it is late there. */
    static Future<Void> stands(SqlConnection tx, UUID booking, String state, boolean late) {
        return tx.preparedQuery("UPDATE insight_booking SET state = $2, late = $3 WHERE id = $1")
                .execute(Tuple.of(booking, state, late))
                .mapEmpty();
    }

    static Future<Optional<Instant>> bookingAsked(SqlConnection tx, UUID booking) {
        return asked(tx, "SELECT asked_at FROM insight_booking WHERE id = $1", booking);
    }

    static Future<Optional<Instant>> quoteAsked(SqlConnection tx, UUID request) {
        return asked(tx, "SELECT asked_at FROM insight_quote WHERE id = $1", request);
    }

    private static Future<Optional<Instant>> asked(SqlConnection tx, String sql, UUID id) {
        return tx.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> row.getOffsetDateTime("asked_at").toInstant()));
    }

    static Future<Void> quote(SqlConnection tx, UUID request, Instant at) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_quote (id, asked_at) VALUES ($1, $2)
                        ON CONFLICT ON CONSTRAINT insight_quote_pk DO NOTHING""")
                .execute(Tuple.of(request, at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Void> complaint(SqlConnection tx, UUID complaint, UUID enterprise, boolean open) {
        return tx.preparedQuery(
                        """
                        INSERT INTO insight_complaint (id, enterprise_id, open) VALUES ($1, $2, $3)
                        ON CONFLICT ON CONSTRAINT insight_complaint_pk DO UPDATE SET open = $3""")
                .execute(Tuple.of(complaint, enterprise, open))
                .mapEmpty();
    }
}
