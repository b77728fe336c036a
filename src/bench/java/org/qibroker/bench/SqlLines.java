package org.qibroker.bench;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeView;
import org.qibroker.measure.Constant;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Linear;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Relative;
import org.qibroker.measure.Uncertainty;
import org.qibroker.shared.TextKey;

/** Writes the lines of a view into the table of the query. */
final class SqlLines {
    private static final int AT_ONCE = 1 << 20;

    private SqlLines() {}

    static void write(Connection connection, ScopeView view, String sql) throws Exception {
        List<String> parts = List.of(sql.split("-- rows come here"));
        try (Statement statement = connection.createStatement()) {
            statement.execute(parts.get(0));
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            StringBuilder rows = new StringBuilder();
            for (Capability line : (Iterable<Capability>) lines(view)::iterator) {
                append(rows, line);
                if (rows.length() > AT_ONCE) {
                    copy.copyIn("COPY bench_line FROM STDIN", new StringReader(rows.toString()));
                    rows.setLength(0);
                }
            }
            copy.copyIn("COPY bench_line FROM STDIN", new StringReader(rows.toString()));
            for (String step : parts.get(1).split(";")) {
                statement.execute(step);
            }
        }
    }

    private static Stream<Capability> lines(ScopeView view) {
        return view.lines();
    }

    private static void append(StringBuilder rows, Capability line) {
        QuantityRange range = line.measured().range();
        Interval base = range == null ? Interval.ALL : range.inBase();
        Interval.End lower = base.lower();
        Interval.End upper = base.upper();
        Uncertainty u = line.measured().uncertainty();
        u = u.withCoverageFactor(2);
        Double u0 = u instanceof Constant c
                ? (Double) c.value()
                : u instanceof Relative ? (Double) 0.0 : u instanceof Linear l ? (Double) l.a() : null;
        Double u1 = u instanceof Relative r ? (Double) r.ratio() : u instanceof Linear l ? l.b() : 0.0;
        String kind = line.measured().quantity() == null
                ? null
                : line.measured().quantity().key();
        add(rows, line.id()).append('\t');
        add(rows, line.providerId()).append('\t');
        add(rows, line.siteId()).append('\t');
        add(rows, line.service().family()).append('\t');
        add(rows, TextKey.of(line.service().subject())).append('\t');
        add(rows, kind).append('\t');
        add(rows, lower == null ? Double.NEGATIVE_INFINITY : end(lower, 1)).append('\t');
        add(rows, upper == null ? Double.POSITIVE_INFINITY : end(upper, -1)).append('\t');
        add(rows, range != null).append('\t');
        add(rows, u0).append('\t');
        add(rows, u1).append('\t');
        add(rows, "{" + String.join(",", line.marks()) + "}").append('\t');
        add(rows, line.limitation() != null).append('\t');
        String to = line.validity().to() == null ? "" : line.validity().to().toString();
        add(rows, "[" + line.validity().from() + "," + to + (to.isEmpty() ? ")" : "]"))
                .append('\t');
        add(rows, line.service().kind() + " " + TextKey.of(line.service().parameter()))
                .append('\n');
    }

    /** An end that does not belong to a range lies inside by more than what counts as equal. */
    private static double end(Interval.End end, int inwards) {
        double inside = end.value() + inwards * Math.max(Double.MIN_NORMAL, Math.abs(end.value()) * 1e-8);
        return end.included() ? end.value() : inside;
    }

    private static StringBuilder add(StringBuilder rows, Object value) {
        return rows.append(value == null ? "\\N" : value.toString());
    }
}
