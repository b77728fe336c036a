package org.qibroker.sample.generated;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.qibroker.platform.config.RefusedToStart;

/** A region of made-up providers in a database that has none, or has the beginning of the same region. */
public final class GeneratedRegion {
    private static final int AT_ONCE = 1 << 20;
    private static final String SAID_ONCE =
            """
            ALTER TABLE capability ADD CONSTRAINT capability_said_once EXCLUDE USING gist (
                id WITH =,
                daterange(valid_from, valid_to, '[]') WITH &&,
                tstzrange(recorded_at, recorded_until) WITH &&)""";

    private final Connection connection;
    private final long seed;
    private final Topics topics = new Topics();
    private final Map<String, CopyText> tables = new LinkedHashMap<>();

    /** The region of a seed. */
    public GeneratedRegion(Connection connection, long seed) {
        this.connection = connection;
        this.seed = seed;
        tables.put("organisation (id, uscc, name_zh, roles, district, created_at)", new CopyText());
        tables.put("provider (id, name_zh, created_at, updated_at)", new CopyText());
        tables.put(
                "site (id, provider_id, name_zh, district, address_zh, main, zone, created_at, updated_at, confirmation,"
                        + " decided_at, decided_by)",
                new CopyText());
        tables.put(
                "accreditation (id, provider_id, scheme, certificate_number, valid_from, valid_to, status, suspended_by,"
                        + " created_at, updated_at, confirmation, decided_at, decided_by)",
                new CopyText());
        tables.put("accreditation_site (provider_id, accreditation_id, site_id)", new CopyText());
        tables.put(
                "capability (id, provider_id, site_id, family, service_kind, subject, parameter, scenarios, quantity,"
                        + " methods, range_text, conditions, uncertainty_text, coverage_factor, limitation, marks,"
                        + " on_site, price_kind, price_fen, price_per, turnaround_days, valid_from, valid_to,"
                        + " recorded_at)",
                new CopyText());
    }

    /**
     * Makes the region grow to so many lines, all or none of them.
     *
     * @param progress told now and then how many lines there are
     * @throws RefusedToStart if somebody else's data is there
     */
    public void growTo(long lines, LongConsumer progress) throws SQLException, IOException {
        connection.setAutoCommit(false);
        Grown grown = grown();
        if (grown.lines >= lines) {
            connection.rollback();
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE capability DROP CONSTRAINT capability_said_once");
            write(grown, lines, progress);
            statement.execute(SAID_ONCE);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE capability");
        }
    }

    private record Grown(long lines, int providers) {}

    /** How far the region has grown; nobody else changes it until the end of the transaction. */
    private Grown grown() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE generated_region IN EXCLUSIVE MODE");
            ResultSet found = statement.executeQuery(
                    """
                    SELECT coalesce(max(lines), 0), coalesce(max(providers), 0), coalesce(max(seed), 0),
                           (SELECT count(*) FROM organisation)
                    FROM generated_region""");
            found.next();
            boolean others = found.getLong(4) > found.getLong(2);
            boolean otherSeed = found.getLong(2) > 0 && found.getLong(3) != seed;
            if (others || otherSeed) {
                throw new RefusedToStart(
                        others
                                ? "The database holds organisations of others: make a region in an empty one"
                                : "The database holds the region of seed " + found.getLong(3));
            }
            return new Grown(found.getLong(1), found.getInt(2));
        }
    }

    /** A scope that was cut off at the end stays as it is; the next provider follows. */
    private void write(Grown grown, long upTo, LongConsumer progress) throws SQLException, IOException {
        long lines = grown.lines;
        int provider = grown.providers;
        while (lines < upTo) {
            Script script = new Script(seed, provider++, topics);
            CopyText[] out = tables.values().toArray(CopyText[]::new);
            script.organisation(out[0]);
            script.provider(out[1]);
            script.site(out[2]);
            script.accreditations(out[3], out[4]);
            int count = (int) Math.min(script.size(), upTo - lines);
            script.lines(out[5], count);
            lines += count;
            if (out[5].length() > AT_ONCE) {
                copy();
                progress.accept(lines);
            }
        }
        copy();
        note(lines, provider);
        progress.accept(lines);
    }

    private void copy() throws SQLException, IOException {
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<String, CopyText> table : tables.entrySet()) {
            manager.copyIn(
                    "COPY " + table.getKey() + " FROM STDIN",
                    new StringReader(table.getValue().take()));
        }
    }

    private void note(long lines, int providers) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO generated_region (lines, providers, seed) VALUES (?, ?, ?)")) {
            statement.setLong(1, lines);
            statement.setInt(2, providers);
            statement.setLong(3, seed);
            statement.executeUpdate();
        }
    }
}
