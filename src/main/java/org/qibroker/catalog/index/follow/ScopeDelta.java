package org.qibroker.catalog.index.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.index.CodedLine;
import org.qibroker.catalog.index.ScopeBuilder;

/**
 * Rows that changed on their way into an index, part by part: believed ones come, others go. Holds no more than some of
 * them at a time, however many there are.
 */
final class ScopeDelta {
    private static final int AT_ONCE = 50_000;

    private final ScopeBuilder builder;
    private final ScopeReader reader;
    private final Map<Long, Changed> waiting = new LinkedHashMap<>();

    ScopeDelta(ScopeBuilder builder, ScopeReader reader) {
        this.builder = builder;
        this.reader = reader;
    }

    private record Changed(UUID provider, CodedLine line, boolean believed, long change) {}

    /** Begins without any of the lines that a provider has. */
    Void forget(UUID provider) {
        builder.change(List.of(new ScopeBuilder.Change(provider, builder.codedOf(provider), List.of(), 0)));
        return null;
    }

    /** Takes rows; of those that come again the last counts. */
    Void take(List<Statement> part) {
        for (Statement statement : part) {
            UUID provider = statement.line().providerId();
            CodedLine line = builder.code(statement.line().read(reader), statement.record());
            waiting.put(statement.record(), new Changed(provider, line, statement.believed(), statement.change()));
        }
        if (waiting.size() >= AT_ONCE) {
            enter();
        }
        return null;
    }

    /** Makes what was taken part of the index. */
    void enter() {
        Map<UUID, ScopeBuilder.Change> changes = new LinkedHashMap<>();
        for (Changed changed : waiting.values()) {
            ScopeBuilder.Change before = changes.getOrDefault(
                    changed.provider,
                    new ScopeBuilder.Change(changed.provider, new ArrayList<>(), new ArrayList<>(), 0));
            (changed.believed ? before.added() : before.removed()).add(changed.line);
            changes.put(changed.provider, before.upTo(changed.change));
        }
        builder.change(List.copyOf(changes.values()));
        waiting.clear();
    }
}
