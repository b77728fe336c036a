package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.catalog.lint.ScopeFindings;
import org.qibroker.catalog.scope.TableRepository.After;
import org.qibroker.catalog.scope.TableRepository.Keyed;
import org.qibroker.catalog.scope.TableRepository.Wanted;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** A scope as a table, found and ordered by the database, part by part. */
public final class ScopeTable {
    private static final int LINES_OF_SUBJECT = 500;
    private static final int KEYS = 3;

    private final Platform platform;
    private final Catalog catalog;
    private final ScopeFindings findings;

    /** The scopes of a catalog. */
    public ScopeTable(Platform platform, Catalog catalog, ScopeFindings findings) {
        this.platform = platform;
        this.catalog = catalog;
        this.findings = findings;
    }

    /** Part of the lines wanted, with how many there are in all. */
    public Future<Page<VersionedLine>> lines(UUID provider, ScopeFilter filter, PageRequest part, Caller caller) {
        After after = after(part.cursor());
        return wanted(provider, filter, caller).compose(wanted -> platform.database()
                .read(client -> Future.all(
                        TableRepository.lines(client, wanted, after, part.limit() + 1),
                        TableRepository.count(client, wanted)))
                .map(read -> page(read.<List<Keyed>>resultAt(0), read.<Long>resultAt(1), part.limit())));
    }

    private static @Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.parts(cursor, KEYS);
        try {
            return new After(parts.get(0), parts.get(1), UUID.fromString(parts.get(2)));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    private static Page<VersionedLine> page(List<Keyed> read, Long total, int limit) {
        List<Keyed> shown = read.subList(0, Math.min(limit, read.size()));
        Keyed last = read.size() > limit ? shown.get(limit - 1) : null;
        String next = last == null
                ? null
                : Cursor.of(last.key(), last.second(), last.line().line().id());
        return new Page<>(shown.stream().map(Keyed::line).toList(), next, total);
    }

    /** The ids of all lines wanted. */
    public Future<List<UUID>> ids(UUID provider, ScopeFilter filter, Caller caller) {
        return wanted(provider, filter, caller)
                .compose(wanted -> platform.database().read(client -> TableRepository.ids(client, wanted)));
    }

    /** Which lines break a rule only the linter knows. */
    private Future<Wanted> wanted(UUID provider, ScopeFilter filter, Caller caller) {
        LocalDate today = catalog.today();
        Rule rule = filter.rule();
        Future<@Nullable Set<UUID>> only = rule == null
                ? Future.succeededFuture()
                : findings.report(provider, caller).map(report -> report.linesOf(rule));
        return only.map(ids -> new Wanted(provider, filter, today, ids));
    }

    /** The lines of a subject that hold today, by parameter. */
    public Future<List<RecordedLine>> ofSubject(UUID provider, String subject) {
        LocalDate today = catalog.today();
        return platform.database()
                .read(client -> TableRepository.ofSubject(client, provider, subject, today, LINES_OF_SUBJECT));
    }

    /** Marks that lines of a scope name, to choose from. */
    public Future<List<String>> marks(UUID provider) {
        return platform.database().read(client -> TableRepository.marks(client, provider));
    }
}
