package org.qibroker.catalog.lint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;

/**
 * What the page of a scope's findings shows.
 *
 * @param mine whether the reader may mend them
 * @param report absent while a large scope is still being judged
 * @param progress how far it is while it is being judged
 * @param lines the lines that the findings shown are about, as far as they are known
 * @param more where the next part is, absent at the end
 */
public record FindingsPage(
        Provider provider,
        boolean mine,
        @Nullable LintReport report,
        LintProgress progress,
        @Nullable Rule rule,
        List<FindingView> findings,
        Map<UUID, Capability> lines,
        @Nullable String more) {
    private static final int BEST_GAINS = 3;
    private static final double GOOD = 90;
    private static final double FAIR = 70;

    /** The score with one decimal. */
    public String score() {
        return report == null
                ? ""
                : String.format(Locale.ROOT, "%.1f", report.quality().score());
    }

    /** The tone of a score. */
    public String tone() {
        double score = report == null ? 0 : report.quality().score();
        return score >= GOOD ? "green" : score >= FAIR ? "amber" : "red";
    }

    /** What would raise the score most. */
    public List<Quality.Gain> gains() {
        List<Quality.Gain> all = report == null ? List.of() : report.quality().gains();
        return all.subList(0, Math.min(BEST_GAINS, all.size()));
    }

    /** Points with one decimal. */
    public static String points(Quality.Gain gain) {
        return String.format(Locale.ROOT, "%.1f", gain.points());
    }
}
