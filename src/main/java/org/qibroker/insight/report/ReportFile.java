package org.qibroker.insight.report;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.imports.exports.CsvExport;
import org.qibroker.catalog.imports.exports.ExportFile;
import org.qibroker.catalog.imports.exports.XlsxExport;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.RegionTime;

/**
 * A report as a table: one row for each figure of each part, with its definition; numbers and days are such. The first
 * rows say which days it is of and in which time zone they begin.
 */
enum ReportFile {
    /** Delimited text. */
    CSV(CsvExport.TYPE),
    /** A workbook. */
    XLSX(XlsxExport.TYPE);

    private static final int DIGITS = 4;
    private static final List<String> COLUMNS =
            List.of("dimension", "part", "figure", "value", "before", "yearBefore", "unit", "formula");

    private final String type;

    ReportFile(String type) {
        this.type = type;
    }

    ApiReply of(Report report, Messages messages, Locale locale) {
        Words words = new Words(messages, locale);
        List<String> header = COLUMNS.stream()
                .map(column -> words.of("report.column." + column))
                .toList();
        ExportFile file = this == CSV
                ? CsvExport.forSpreadsheets()
                : new XlsxExport(report.period().text(), header);
        if (this == CSV) {
            file.add(List.of(header));
        }
        file.add(rows(report, words));
        file.end();
        Buffer bytes = file.taken();
        String name = words.of("report.title") + " " + report.period().text() + "." + name().toLowerCase(Locale.ROOT);
        return ApiReply.file(type, name, to -> to.write(bytes));
    }

    private record Words(Messages messages, Locale locale) {
        String of(String key) {
            return messages.text(locale, "insight." + key);
        }
    }

    private static List<List<?>> rows(Report report, Words words) {
        List<List<?>> rows = new ArrayList<>();
        String zone = RegionTime.ZONE.getId();
        rows.add(List.of(
                words.of("report.first-day"), report.period().months().from().atDay(1), zone, "", "", "", "", ""));
        rows.add(List.of(
                words.of("report.last-day"), report.period().months().to().atEndOfMonth(), zone, "", "", "", "", ""));
        for (Figure figure : Figure.values()) {
            rows.add(List.of(
                    "",
                    "",
                    words.of("figure." + figure.name()),
                    number(report.uptake().now().of(figure)),
                    number(report.uptake().before().of(figure)),
                    number(report.uptake().yearBefore().of(figure)),
                    words.of("unit." + figure.unit().name()),
                    words.of("formula." + figure.name())));
        }
        report.parts().forEach((by, parts) -> parts.forEach(part -> rows.addAll(rows(by, part, words))));
        return rows;
    }

    private static List<List<?>> rows(Dimension by, Row part, Words words) {
        List<List<?>> rows = new ArrayList<>();
        for (Figure figure : Report.figuresBy(by)) {
            rows.add(List.of(
                    words.of("by." + by.name()),
                    part.name(),
                    words.of("figure." + figure.name()),
                    number(part.values().of(figure)),
                    "",
                    "",
                    words.of("unit." + figure.unit().name()),
                    ""));
        }
        return rows;
    }

    private static Object number(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        return number instanceof Double decimal
                ? BigDecimal.valueOf(decimal)
                        .setScale(DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                : number;
    }
}
