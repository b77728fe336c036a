package org.qibroker.catalog.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.Site;
import org.qibroker.measure.Numbers;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Writes a scope as a file that an import takes and that a spreadsheet opens without running anything in it. */
final class ScopeFile {
    private final Catalog catalog;

    ScopeFile(Catalog catalog) {
        this.catalog = catalog;
    }

    void bind(ApiBinder api) {
        api.bind("exportCapabilities", this::export);
    }

    private Future<ApiReply> export(ApiCall call) {
        UUID id = call.id("id");
        LocalDate validOn = call.queryDate("validOn").orElseGet(catalog::today);
        Instant knownAt = call.queryMoment("knownAt").orElseGet(catalog::now);
        return catalog.provider(id).compose(provider -> catalog.scope(id, validOn, knownAt)
                .map(lines ->
                        ApiReply.file("text/csv; charset=utf-8", "scope-" + id + ".csv", write(provider, lines))));
    }

    /** Whether a header is that of the dialect for machines, whose texts are exactly what they are. */
    static boolean machine(List<String> names) {
        return names.equals(Arrays.stream(Column.values()).map(Column::key).toList());
    }

    static Buffer write(Provider provider, List<RecordedLine> lines) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(Arrays.stream(Column.values()).map(Column::chinese).toList());
            lines.forEach(line -> csv.writeRecord(cells(provider, line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(text.toString());
    }

    private static List<String> cells(Provider provider, RecordedLine recorded) {
        ScopeLine line = recorded.line();
        Capability.Service service = line.service();
        ScopeLine.Texts texts = line.texts();
        Capability.Terms terms = line.terms();
        String site = provider.site(line.siteId()).map(Site::nameZh).orElse("");
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(service.family().name());
        cells.add(service.kind() == null ? null : service.kind().name());
        cells.add(service.subject());
        cells.add(service.subjectEn());
        cells.add(service.parameter());
        cells.add(texts.quantity());
        cells.add(joined(texts.methods()));
        cells.add(texts.range());
        cells.add(joined(texts.conditions()));
        cells.add(texts.uncertainty());
        cells.add(Numbers.print(texts.coverageFactor()));
        cells.add(texts.limitation());
        cells.add(joined(line.marks()));
        cells.add(site);
        cells.add(terms.onSite() ? "是" : "否");
        cells.add(price(terms.price()));
        cells.add(terms.turnaroundDays() == null ? null : terms.turnaroundDays().toString());
        cells.add(joined(service.scenarios()));
        cells.add(recorded.validity().from().toString());
        cells.add(
                recorded.validity().to() == null
                        ? null
                        : recorded.validity().to().toString());
        return cells.stream()
                .map(cell -> cell == null ? "" : Apostrophe.before(cell))
                .toList();
    }

    private static String joined(Collection<String> values) {
        return String.join("；", values);
    }

    private static @Nullable String price(Price price) {
        if (price.fen() == null) {
            return null;
        }
        String yuan = BigDecimal.valueOf(price.fen(), 2).stripTrailingZeros().toPlainString();
        return yuan + "元" + (price.per() == null ? "" : "/" + price.per())
                + (price.kind() == Price.Kind.FROM ? "起" : "");
    }
}
