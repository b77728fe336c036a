package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.qibroker.gap.offer.Proposal;

/** The tables {@code gap_closure} and {@code gap_proposal}. */
final class ClosureRepository {
    private ClosureRepository() {}

    /** Closes a gap. */
    static Future<Void> insert(SqlConnection tx, Closure closure) {
        return tx.preparedQuery(
                        """
                        INSERT INTO gap_closure (id, wish_id, capability_id, provider_id, note, closed_by, closed_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.of(
                        closure.id(),
                        closure.wishId(),
                        closure.capabilityId(),
                        closure.providerId(),
                        closure.note(),
                        closure.by(),
                        closure.at().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Ends what closed a gap of these wishes; whether something did. */
    static Future<Boolean> end(SqlConnection tx, Collection<UUID> wishes, ClosureEnd reason, Instant at) {
        return tx.preparedQuery(
                        """
                        UPDATE gap_closure SET ended_at = $2, ended_reason = $3
                        WHERE wish_id = ANY ($1) AND ended_at IS NULL""")
                .execute(Tuple.of(wishes.toArray(UUID[]::new), at.atOffset(ZoneOffset.UTC), reason.name()))
                .map(ended -> ended.rowCount() > 0);
    }

    /** How a gap was closed last; empty if it never was. */
    static Future<Optional<Closure>> last(SqlClient client, UUID gap) {
        return client.preparedQuery(
                        """
                        SELECT *, person_name(closed_by) AS closer FROM gap_closure
                        WHERE wish_id IN (SELECT id FROM wish WHERE gap_id = $1)
                        ORDER BY closed_at DESC, id DESC LIMIT 1""")
                .execute(Tuple.of(gap))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Everything that closes a gap, after one of them by id. */
    static Future<List<Closure>> open(SqlClient client, UUID after, int limit) {
        return client.preparedQuery(
                        """
                        SELECT *, person_name(closed_by) AS closer FROM gap_closure WHERE ended_at IS NULL AND id > $1
                        ORDER BY id LIMIT $2""")
                .execute(Tuple.of(after, limit))
                .map(ClosureRepository::all);
    }

    /** Open gaps of the region by id, after one of them. */
    static Future<List<UUID>> openGaps(SqlClient client, UUID after, int limit) {
        return client.preparedQuery(
                        "SELECT id FROM gap WHERE state = 'OPEN' AND type IS NOT NULL AND id > $1 ORDER BY id LIMIT $2")
                .execute(Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    /** Remembers who meets an open gap by now; whether nobody was remembered before. */
    static Future<Boolean> propose(SqlConnection tx, Gap gap, Proposal proposal, Instant at) {
        return tx.preparedQuery(
                        """
                        INSERT INTO gap_proposal (gap_id, capability_id, provider_id, proposed_at)
                        SELECT id, $2, $3, $4 FROM gap WHERE id = $1 AND state = 'OPEN'
                        ON CONFLICT ON CONSTRAINT gap_proposal_pk DO NOTHING""")
                .execute(
                        Tuple.of(gap.id(), proposal.capabilityId(), proposal.providerId(), at.atOffset(ZoneOffset.UTC)))
                .map(done -> done.rowCount() == 1);
    }

    /** Those of the gaps that somebody meets by now. */
    static Future<Set<UUID>> proposed(SqlClient client, Collection<UUID> gaps) {
        return client.preparedQuery("SELECT gap_id FROM gap_proposal WHERE gap_id = ANY ($1)")
                .execute(Tuple.of((Object) gaps.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("gap_id"))
                        .collect(Collectors.toSet()));
    }

    /** Forgets that somebody meets a gap. */
    static Future<Void> forget(SqlClient client, UUID gap) {
        return client.preparedQuery("DELETE FROM gap_proposal WHERE gap_id = $1")
                .execute(Tuple.of(gap))
                .mapEmpty();
    }

    private static List<Closure> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Closure::of).toList();
    }
}
