package org.qibroker.catalog.index.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.index.CodedLine;
import org.qibroker.catalog.index.ScopeBuilder;

/** Makes changes of the index of rows that were read. */
final class ScopeDelta {
    private final ScopeBuilder builder;
    private final ScopeReader reader;

    ScopeDelta(ScopeBuilder builder, ScopeReader reader) {
        this.builder = builder;
        this.reader = reader;
    }

    /** What rows that changed mean: believed ones come, others go. */
    List<ScopeBuilder.Change> of(Collection<Statement> changed) {
        Map<UUID, ScopeBuilder.Change> changes = new LinkedHashMap<>();
        for (Statement statement : changed) {
            UUID provider = statement.line().providerId();
            ScopeBuilder.Change before = changes.getOrDefault(
                    provider, new ScopeBuilder.Change(provider, new ArrayList<>(), new ArrayList<>(), 0));
            (statement.believed() ? before.added() : before.removed()).add(code(statement));
            changes.put(provider, before.upTo(statement.change()));
        }
        return List.copyOf(changes.values());
    }

    /** The whole scope of a provider in place of what is there. */
    ScopeBuilder.Change whole(UUID provider, List<Statement> believed) {
        long mark = believed.stream().mapToLong(Statement::change).max().orElse(0);
        return new ScopeBuilder.Change(
                provider,
                builder.codedOf(provider),
                believed.stream().map(this::code).toList(),
                mark);
    }

    private CodedLine code(Statement statement) {
        return builder.code(statement.line().read(reader), statement.record());
    }
}
