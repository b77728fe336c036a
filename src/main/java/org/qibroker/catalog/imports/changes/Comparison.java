package org.qibroker.catalog.imports.changes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.ImportWatch;
import org.qibroker.catalog.lines.LineChange;
import org.qibroker.catalog.lines.LineField;
import org.qibroker.catalog.lines.ScopeChange;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.shared.IdSource;

/**
 * Compares the rows of a file with what is believed, subject by subject, and writes down what becomes of each line.
 * Both come in one order, so that only the lines of one core are in memory at a time.
 */
final class Comparison implements AutoCloseable {
    private static final int PART = 2000;
    /**
     * Where more lines than this share a core, they are compared in parts, in the order of their ranges: those of one
     * range, and all that is believed of one line, in one part.
     */
    private static final int LARGEST_GROUP = 20_000;

    private final Import asked;
    private final Set<LineField> silent;
    private final IdSource ids;
    private final LineCopy copy;
    private final Map<LineChange.Kind, Integer> counts = new EnumMap<>(LineChange.Kind.class);
    private final List<ScopeOffer.Line> said = new ArrayList<>();
    private final List<RecordedLine> believed = new ArrayList<>();
    private final IdentityHashMap<RecordedLine, Long> records = new IdentityHashMap<>();
    private @Nullable List<@Nullable Object> core;
    private @Nullable String range;
    private @Nullable UUID last;

    Comparison(Import asked, Set<LineField> silent, IdSource ids, Connection connection) throws SQLException {
        this.asked = asked;
        this.silent = silent;
        this.ids = ids;
        this.copy = new LineCopy(connection, asked.id());
    }

    /** Reads both sides to their end; the work on each part blocks a worker. */
    Future<Void> all(Cursor both, Vertx vertx, ImportWatch watch) {
        return both.read(PART)
                .compose(part -> vertx.executeBlocking(() -> take(part, watch)))
                .compose(taken -> both.hasMore() ? all(both, vertx, watch) : both.close());
    }

    private Void take(RowSet<Row> part, ImportWatch watch) throws SQLException {
        watch.check();
        for (Row row : part) {
            take(row);
        }
        return null;
    }

    /** How many lines became what, once both sides are read. */
    Map<LineChange.Kind, Integer> finish() throws SQLException {
        endGroup();
        copy.finish();
        return counts;
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }

    private void take(Row row) throws SQLException {
        ScopeLine line = RecordedLine.line(row);
        UUID id = row.getUUID("id");
        if (id == null || !id.equals(last)) {
            place(line);
        }
        last = id;
        if (row.getBoolean("said")) {
            LocalDate from = row.getLocalDate("valid_from");
            said.add(new ScopeOffer.Line(row.getInteger("line"), line, from, row.getLocalDate("valid_to")));
        } else {
            RecordedLine recorded = RecordedLine.of(row);
            believed.add(recorded);
            records.put(recorded, row.getLong("record_id"));
        }
    }

    /** Begins a new group where another core begins, or, in a large one, another range. */
    private void place(ScopeLine line) throws SQLException {
        List<@Nullable Object> next = core(line);
        String beginning = line.texts().range();
        int size = said.size() + believed.size();
        boolean large = size >= LARGEST_GROUP && (!Objects.equals(beginning, range) || size >= 2 * LARGEST_GROUP);
        if (!next.equals(core) || large) {
            endGroup();
        }
        core = next;
        range = beginning;
    }

    private static List<@Nullable Object> core(ScopeLine line) {
        Capability.Service service = line.service();
        List<@Nullable Object> core = new ArrayList<>();
        core.add(line.siteId());
        core.add(service.family());
        core.add(service.kind());
        core.add(service.subject());
        core.add(service.parameter());
        core.add(line.texts().quantity());
        return core;
    }

    private void endGroup() throws SQLException {
        LocalDate from = Objects.requireNonNull(asked.options().effectiveFrom());
        believed.sort(Comparator.comparing(line -> line.validity().from()));
        ScopeOffer offer =
                new ScopeOffer(asked.providerId(), asked.id(), asked.options().mode(), from, silent, List.copyOf(said));
        for (LineChange change : ScopeChange.of(offer, believed, ids).lines()) {
            counts.merge(change.kind(), 1, Integer::sum);
            copy.change(change, change.before() == null ? null : records.get(change.before()));
        }
        said.clear();
        believed.clear();
        records.clear();
    }
}
