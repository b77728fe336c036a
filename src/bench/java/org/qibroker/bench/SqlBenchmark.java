package org.qibroker.bench;

import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.MatchAnswer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchEngine;
import org.qibroker.matching.MatchRequest;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.TextKey;

/**
 * G9: the best single query of PostgreSQL for the fifty best on the same lines against the engine. The query finds the sites of which one
 * line alone meets everything; the engine finds those, those whose lines join, near misses and relaxations, with proofs.
 */
final class SqlBenchmark {
    private static final Path FOLDER = Path.of("src/bench/sql");
    private static final int REQUESTS = 100;
    private static final int MOST_NAMED = 50;

    private SqlBenchmark() {}

    static void run() throws Exception {
        try (Region region = Region.of(Region.LINES);
                Connection connection = region.connect()) {
            ScopeView view = region.load();
            MatchContext context = region.context();
            SqlLines.write(connection, view, Files.readString(FOLDER.resolve("lines.sql")));
            List<MatchRequest> requests = new Requests(view).draw(REQUESTS);
            String sql = Files.readString(FOLDER.resolve("match.sql"));
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                requests.forEach(request -> compare(query, request, view, context));
                System.out.println("G9 the same answers to " + REQUESTS + " requests");
                plan(connection, sql, requests.get(0), context);
                Abba.measure(() -> inSql(query, requests, context), () -> {
                            long begun = System.nanoTime();
                            requests.forEach(request -> MatchEngine.match(request, view, context));
                            return micros(begun);
                        })
                        .print("G9 PostgreSQL ÷ engine", "µs a request");
            }
        }
    }

    private static double inSql(PreparedStatement query, List<MatchRequest> requests, MatchContext context) {
        long begun = System.nanoTime();
        requests.forEach(request -> sites(query, request.items().get(0), context, MOST_NAMED));
        return micros(begun);
    }

    private static double micros(long begun) {
        return (System.nanoTime() - begun) / 1e3 / REQUESTS;
    }

    /** Every site that the query finds is a candidate that meets everything, and so is each candidate of one line. */
    private static void compare(PreparedStatement query, MatchRequest request, ScopeView view, MatchContext context) {
        Set<UUID> found = sites(query, request.items().get(0), context, Integer.MAX_VALUE);
        MatchAnswer answer = MatchEngine.match(request, view, context);
        Set<UUID> covered = new HashSet<>();
        Set<UUID> alone = new HashSet<>();
        List<Candidate> candidates = answer.items().get(0).candidates();
        for (Candidate candidate : candidates) {
            if (candidate.verdict() == CandidateVerdict.COVERED) {
                covered.add(candidate.siteId());
                if (candidate.capabilityIds().size() == 1 && isOfTheSubject(candidate)) {
                    alone.add(candidate.siteId());
                }
            }
        }
        boolean all = candidates.size() < MOST_NAMED;
        if (!found.containsAll(alone) || (all && !covered.containsAll(found))) {
            Set<UUID> missing = new HashSet<>(alone);
            missing.removeAll(found);
            Set<UUID> more = new HashSet<>(found);
            more.removeAll(covered);
            throw new IllegalStateException(
                    "not the same answers to " + request + ": the query lacks " + missing + " and has beyond " + more);
        }
    }

    /** The query knows neither synonyms nor broader words. */
    private static boolean isOfTheSubject(Candidate candidate) {
        return candidate.criteria().stream()
                .anyMatch(result -> result.criterion() == Criterion.SUBJECT && result.reason() == null);
    }

    private static Set<UUID> sites(PreparedStatement query, ItemSpec item, MatchContext context, int most) {
        try {
            set(query, item, context, most);
            Set<UUID> sites = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sites.add(rows.getObject("site_id", UUID.class));
                }
            }
            return sites;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(PreparedStatement query, ItemSpec item, MatchContext context, int most)
            throws SQLException {
        QuantityKind kind = context.reference().units().kind(item.quantity()).orElseThrow();
        Unit unit = context.reference().units().find(item.range().unit(), kind).orElseThrow();
        query.setString(1, item.family().name());
        query.setString(2, TextKey.of(item.subject()));
        query.setString(3, item.quantity());
        query.setDouble(4, unit.toBase(item.range().min()));
        query.setDouble(5, unit.toBase(item.range().max()));
        query.setDouble(6, unit.differenceToBase(item.maxUncertainty().value()));
        query.setDate(7, Date.valueOf(context.day()));
        query.setBoolean(8, item.marks() != null);
        query.setInt(9, most);
    }

    private static void plan(Connection connection, String sql, MatchRequest request, MatchContext context)
            throws SQLException {
        try (Statement settings = connection.createStatement();
                PreparedStatement query = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + sql)) {
            set(query, request.items().get(0), context, MOST_NAMED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    System.out.println("   " + rows.getString(1));
                }
            }
        }
    }
}
