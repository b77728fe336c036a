package org.qibroker.insight.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Figures;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Wanted;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Caller;

/** Reports of what a coordinator may see. */
final class UptakeReports {
    private final Platform platform;
    private final Figures figures;

    UptakeReports(Platform platform, Figures figures) {
        this.platform = platform;
        this.figures = figures;
    }

    /** The months that can be reported. */
    List<String> months() {
        return Period.months(platform.clock());
    }

    /** The years that can be reported. */
    List<String> years() {
        return Period.years(platform.clock());
    }

    /** The report of a period such as {@code 2026-10} or {@code 2026}; fails BAD_INPUT for anything else. */
    Future<Report> of(String period, Caller caller, Locale locale) {
        return Future.succeededFuture().map(go -> Period.of(period)).compose(wanted -> of(wanted, caller, locale));
    }

    private Future<Report> of(Period period, Caller caller, Locale locale) {
        Instant now = platform.clock().instant();
        return figures.uptake(Wanted.of(period.months()), null, caller, locale).compose(uptake -> parts(
                        period, caller, locale)
                .map(parts -> new Report(period, uptake.wanted().filter(Dimension.DISTRICT), uptake, parts, now)));
    }

    private Future<Map<Dimension, List<Row>>> parts(Period period, Caller caller, Locale locale) {
        Map<Dimension, Wanted> asked = new EnumMap<>(Dimension.class);
        Wanted some = Wanted.of(period.months()).only(Report.OF_PARTS.toArray(Figure[]::new));
        for (Dimension by : Dimension.values()) {
            if (by != Dimension.MONTH || period.year()) {
                asked.put(by, some);
            }
        }
        return figures.breakdowns(asked, caller, locale);
    }

    /** A report as a file. */
    Future<ApiReply> file(String period, ReportFile file, Caller caller, Locale locale) {
        return of(period, caller, locale).map(report -> file.of(report, platform.messages(), locale));
    }
}
