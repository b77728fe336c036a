package org.qibroker.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchEngine;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.CandidateVerdict;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.shared.TextKey;

/**
 * G9: the best single query of PostgreSQL for the fifty best on the same lines against the engine. The query finds the sites that meet
 * everything, by one line or by several that join; the engine finds those, by words that mean the same too, and what is conditional,
 * near misses and relaxations, all with proofs.
 */
final class SqlBenchmark {
    private static final Path FOLDER = Path.of("src/bench/sql");
    private static final int REQUESTS = 100;
    private static final int MOST_NAMED = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm.seconds", 20));

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
                int[] found = new int[3];
                requests.forEach(request -> compare(query, request, view, context, found));
                System.out.printf(
                        "G9 of %d requests: %d sites found by both, %d only by the engine, %d only by the query%n",
                        REQUESTS, found[0], found[1], found[2]);
                plan(connection, sql, requests.get(0), context);
                long warm = System.nanoTime() + WARM_UP.toNanos();
                while (System.nanoTime() < warm) {
                    inSql(query, requests, context);
                    requests.forEach(request -> MatchEngine.match(request, view, context));
                }
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

    /**
     * Counts the sites found by both, and by one of them; where the engine names no more than fifty, those beyond are not missed. The
     * engine cuts the range where lines begin and end, the query also where an uncertainty becomes too large.
     */
    private static void compare(
            PreparedStatement query, MatchRequest request, ScopeView view, MatchContext context, int[] found) {
        Set<UUID> inSql = sites(query, request.items().get(0), context, Integer.MAX_VALUE);
        List<Candidate> candidates =
                MatchEngine.match(request, view, context).items().get(0).candidates();
        Set<UUID> covered = new HashSet<>();
        Set<UUID> exact = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (candidate.verdict() == CandidateVerdict.COVERED) {
                covered.add(candidate.siteId());
                if (isOfTheSubject(candidate)) {
                    exact.add(candidate.siteId());
                }
            }
        }
        boolean all = candidates.size() < MOST_NAMED;
        found[0] += (int) exact.stream().filter(inSql::contains).count();
        found[1] += (int) exact.stream().filter(site -> !inSql.contains(site)).count();
        found[2] += all
                ? (int) inSql.stream().filter(site -> !covered.contains(site)).count()
                : 0;
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
