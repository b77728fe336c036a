package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.FindingView;
import org.qibroker.catalog.lint.LintReport;
import org.qibroker.catalog.lint.ScopeFindings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Role;

/** The table of the provider's own scope. */
final class TablePages {
    private static final long GLANCE_MS = 400;

    private final Platform platform;
    private final Catalog catalog;
    private final ScopeTable table;
    private final ScopeFindings findings;

    TablePages(Platform platform, Catalog catalog, ScopeTable table, ScopeFindings findings) {
        this.platform = platform;
        this.catalog = catalog;
        this.table = table;
        this.findings = findings;
    }

    void mount(PageRouter pages) {
        pages.get("/scope", Access.of(Role.PROVIDER), this::show);
    }

    private Future<View> show(PageCall call) {
        UUID provider = call.caller().organisation();
        ScopeFilter filter = ScopeFilter.of(call.inputs());
        return catalog.provider(provider)
                .compose(found -> table.lines(provider, filter, call.page(), call.caller())
                        .compose(part -> page(call, found, filter, part)))
                .map(page -> View.page("catalog/scope/table.jte", Map.of("page", page)));
    }

    /** What was read for a part of the table. */
    private record Judged(Optional<LintReport> report, List<String> marks, List<Finding> own) {}

    private Future<TablePage> page(PageCall call, Provider provider, ScopeFilter filter, Page<VersionedLine> part) {
        List<RecordedLine> lines =
                part.items().stream().map(VersionedLine::line).toList();
        return Future.all(
                        findings.glance(provider.id(), call.caller(), GLANCE_MS),
                        table.marks(provider.id()),
                        findings.check(lines))
                .map(read -> new Judged(read.resultAt(0), read.resultAt(1), read.resultAt(2)))
                .map(judged -> new TablePage(
                        provider,
                        filter,
                        judged.report.orElse(null),
                        part.items(),
                        findings(call, part.items(), judged),
                        part.total() == null ? 0 : part.total(),
                        judged.marks,
                        more(filter, part)));
    }

    /** What is doubtful about each line by itself as it is now, and by the side of others as it was last judged. */
    private Map<UUID, List<FindingView>> findings(PageCall call, List<VersionedLine> lines, Judged judged) {
        Set<UUID> shown = lines.stream().map(line -> line.line().id()).collect(Collectors.toSet());
        Map<UUID, List<Finding>> all = new HashMap<>();
        judged.own.forEach(finding -> all.computeIfAbsent(finding.capabilityId(), id -> new ArrayList<>())
                .add(finding));
        judged.report.map(report -> report.about(shown)).orElse(Map.of()).values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.rule().ofSeveral())
                .forEach(finding -> all.computeIfAbsent(finding.capabilityId(), id -> new ArrayList<>())
                        .add(finding));
        Map<UUID, List<FindingView>> views = new HashMap<>();
        all.forEach((id, found) -> views.put(id, FindingView.all(found, platform.messages(), call.locale())));
        return views;
    }

    private static @Nullable String more(ScopeFilter filter, Page<VersionedLine> part) {
        if (part.nextCursor() == null) {
            return null;
        }
        String query = filter.query();
        return "/scope?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + part.nextCursor();
    }
}
