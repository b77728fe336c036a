package org.qibroker.catalog.lint;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Role;

/** The page on which a provider sees what is doubtful about its scope. */
final class FindingsPages {
    private static final long GLANCE_MS = 3000;

    private final Platform platform;
    private final Catalog catalog;
    private final ScopeFindings findings;

    FindingsPages(Platform platform, Catalog catalog, ScopeFindings findings) {
        this.platform = platform;
        this.catalog = catalog;
        this.findings = findings;
    }

    void mount(PageRouter pages) {
        Access readers = Access.of(Role.PROVIDER, Role.COORDINATOR, Role.ADMIN);
        pages.get("/providers/:id/findings", readers, this::show);
    }

    private Future<View> show(PageCall call) {
        UUID id = call.id("id");
        return catalog.provider(id)
                .compose(provider -> findings.glance(id, call.caller(), GLANCE_MS)
                        .compose(report -> page(call, provider, report.orElse(null))))
                .map(page -> View.page("catalog/lint/findings.jte", Map.of("page", page)));
    }

    private Future<FindingsPage> page(PageCall call, Provider provider, @Nullable LintReport report) {
        Rule rule = call.inputs().constant("rule", Rule.class).orElse(null);
        Page<Finding> part = report == null
                ? new Page<>(List.of(), null, 0L)
                : FindingsApi.page(FindingsApi.chosen(report, rule, null), call.page());
        String more = part.nextCursor() == null
                ? null
                : "/providers/" + provider.id() + "/findings?cursor=" + part.nextCursor()
                        + (rule == null ? "" : "&rule=" + rule);
        return lines(part.items())
                .map(lines -> new FindingsPage(
                        provider,
                        call.caller().has(Role.PROVIDER) && Catalog.mayChange(provider.id(), call.caller()),
                        report,
                        findings.progress(provider.id()),
                        rule,
                        FindingView.all(part.items(), platform.messages(), call.locale()),
                        lines,
                        more));
    }

    private Future<Map<UUID, Capability>> lines(List<Finding> shown) {
        List<Future<Capability>> lines = shown.stream()
                .map(Finding::capabilityId)
                .distinct()
                .map(catalog::capability)
                .toList();
        return Future.all(lines).map(all -> {
            Map<UUID, Capability> byId = new HashMap<>();
            all.<Capability>list().forEach(line -> byId.put(line.id(), line));
            return byId;
        });
    }
}
