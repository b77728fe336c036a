package org.qibroker.insight.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figures;
import org.qibroker.insight.Uptake;
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
        Wanted wanted = Wanted.of(period.months());
        Future<Uptake> uptake = figures.uptake(wanted, null, caller, locale);
        Future<Map<Dimension, List<Row>>> parts = figures.breakdowns(parts(period, wanted), caller, locale);
        return Future.all(uptake, parts)
                .map(both -> new Report(
                        period,
                        uptake.result().wanted().filter(Dimension.DISTRICT),
                        uptake.result(),
                        parts.result(),
                        now));
    }

    private static Map<Dimension, Wanted> parts(Period period, Wanted wanted) {
        Map<Dimension, Wanted> parts = new EnumMap<>(Dimension.class);
        for (Dimension by : Dimension.values()) {
            if (by != Dimension.MONTH || period.year()) {
                parts.put(by, wanted.only(Set.copyOf(Report.figuresBy(by))));
            }
        }
        return parts;
    }

    /** A report as a file. */
    Future<ApiReply> file(String period, ReportFile file, Caller caller, Locale locale) {
        return of(period, caller, locale).map(report -> file.of(report, platform.messages(), locale));
    }
}
