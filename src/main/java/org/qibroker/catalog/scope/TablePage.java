package org.qibroker.catalog.scope;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.lint.FindingView;
import org.qibroker.catalog.lint.LintReport;

/**
 * What the table of a scope shows its provider.
 *
 * @param report what is doubtful about the whole, absent while a large scope is judged for the first time
 * @param findings what is doubtful about the lines shown, by line
 * @param marks those that lines name, to choose from
 * @param more where the next part is, absent at the end
 */
public record TablePage(
        Provider provider,
        ScopeFilter filter,
        @Nullable LintReport report,
        List<VersionedLine> lines,
        Map<UUID, List<FindingView>> findings,
        long total,
        List<String> marks,
        @Nullable String more) {

    /** The findings about a line. */
    public List<FindingView> about(VersionedLine line) {
        return findings.getOrDefault(line.line().id(), List.of());
    }

    /** The table with the same filter, in another order. */
    public String by(ScopeFilter.Sort sort) {
        String query = filter.by(sort).query();
        return query.isEmpty() ? "/scope" : "/scope?" + query;
    }

    /** This table, to come back to. */
    public String here() {
        return by(filter.sort());
    }

    /** The name of a site. */
    public String site(UUID id, boolean english) {
        return provider.site(id)
                .map(site -> english && site.nameEn() != null ? site.nameEn() : site.nameZh())
                .orElse("");
    }
}
