package org.qibroker.catalog.lint;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Place;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;

/** Answers about doubtful lines and the quality of scopes. */
final class FindingsApi {
    private final Platform platform;
    private final ScopeFindings findings;

    FindingsApi(Platform platform, ScopeFindings findings) {
        this.platform = platform;
        this.findings = findings;
    }

    void bind(ApiBinder api) {
        api.bind("listScopeFindings", this::list);
        api.bind("getScopeQuality", call -> findings.report(call.id("id"), call.caller())
                .map(report -> ApiReply.ok(QualityView.of(report))));
    }

    private Future<ApiReply> list(ApiCall call) {
        Rule rule = call.queryEnum("rule", Rule.class).orElse(null);
        Severity severity = call.queryEnum("severity", Severity.class).orElse(null);
        PageRequest part = call.page();
        return findings.report(call.id("id"), call.caller())
                .map(report -> page(chosen(report, rule, severity), part))
                .map(page ->
                        ApiReply.ok(page.map(finding -> FindingView.of(finding, platform.messages(), call.locale()))));
    }

    static List<Finding> chosen(LintReport report, @Nullable Rule rule, @Nullable Severity severity) {
        return report.findings().stream()
                .filter(finding -> rule == null || finding.rule() == rule)
                .filter(finding -> severity == null || finding.rule().severity() == severity)
                .toList();
    }

    static Page<Finding> page(List<Finding> chosen, PageRequest part) {
        int from = Math.min(Place.number(part.cursor(), 0), chosen.size());
        int to = Math.min(from + part.limit(), chosen.size());
        String next = to < chosen.size() ? Cursor.of(to) : null;
        return new Page<>(chosen.subList(from, to), next, (long) chosen.size());
    }
}
