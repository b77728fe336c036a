package org.qibroker.catalog.index.follow;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.index.CodedLine;
import org.qibroker.catalog.index.ScopeBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All scopes on their way into an index. */
final class Loading {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
    private static final int AT_ONCE = 100_000;

    private final ScopeBuilder builder;
    private final ScopeReader reader;
    private final long begun = System.nanoTime();
    private Map<UUID, List<CodedLine>> taken = new HashMap<>();
    private int waiting;
    private long lines;

    Loading(ScopeBuilder builder, ScopeReader reader) {
        this.builder = builder;
        this.reader = reader;
    }

    /** Takes some lines; those taken become part of the index now and then. */
    Void take(RowSet<Row> part) {
        for (Row row : part) {
            Statement statement = Statement.of(row);
            taken.computeIfAbsent(statement.line().providerId(), id -> new ArrayList<>())
                    .add(builder.code(statement.line().read(reader), statement.record()));
        }
        waiting += part.size();
        lines += part.size();
        if (waiting >= AT_ONCE) {
            enter(Map.of());
            LOG.info("reading scopes: {}", this);
        }
        return null;
    }

    /** Enters the rest, and up to which change each scope is known. */
    Void finish(Map<UUID, Long> marks) {
        enter(marks);
        return null;
    }

    private void enter(Map<UUID, Long> marks) {
        List<ScopeBuilder.Change> changes = new ArrayList<>();
        taken.forEach((provider, coded) -> changes.add(new ScopeBuilder.Change(provider, List.of(), coded, 0)));
        marks.forEach((provider, mark) -> changes.add(new ScopeBuilder.Change(provider, List.of(), List.of(), mark)));
        builder.change(changes);
        taken = new HashMap<>();
        waiting = 0;
    }

    @Override
    public String toString() {
        double seconds = Math.max(1e-3, (System.nanoTime() - begun) / 1e9);
        return "%d lines, %.0f a second".formatted(lines, lines / seconds);
    }
}
