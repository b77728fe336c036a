package org.qibroker.report;

import java.util.Comparator;
import java.util.List;
import org.qibroker.booking.Report;

/** How an issued version of a report stands. */
public enum Standing {
    /** It is the one that counts. */
    GENUINE,
    /** There is a newer version. */
    SUPERSEDED,
    /** The laboratory has withdrawn it. */
    WITHDRAWN;

    /** The standing of one version among all that were issued. */
    static Standing of(Report report, List<Report> versions) {
        if (report.withdrawn()) {
            return WITHDRAWN;
        }
        int newest = versions.stream()
                .map(Report::version)
                .max(Comparator.naturalOrder())
                .orElse(report.version());
        return newest > report.version() ? SUPERSEDED : GENUINE;
    }
}
