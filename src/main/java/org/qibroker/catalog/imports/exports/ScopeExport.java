package org.qibroker.catalog.imports.exports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeMoment;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Refusal;

/** Gives the scope of a provider as a file, part by part, however many lines it has. */
public final class ScopeExport {
    private static final int PART = 1_000;

    private final Vertx vertx;
    private final Catalog catalog;

    public ScopeExport(Vertx vertx, Catalog catalog) {
        this.vertx = vertx;
        this.catalog = catalog;
    }

    public void bind(ApiBinder api) {
        api.bind("exportCapabilities", this::csv);
        api.bind("exportCapabilitiesWorkbook", this::xlsx);
    }

    private Future<ApiReply> csv(ApiCall call) {
        ScopeFile.Dialect dialect = dialect(call.query("dialect").orElse("spreadsheet"));
        return file(call, CsvExport.TYPE, "csv", () -> {
            CsvExport file = new CsvExport(dialect, ',');
            file.add(List.of(ScopeFile.header(dialect)));
            return file;
        });
    }

    private static ScopeFile.Dialect dialect(String name) {
        return switch (name) {
            case "spreadsheet" -> ScopeFile.Dialect.SPREADSHEET;
            case "machine" -> ScopeFile.Dialect.MACHINE;
            default -> throw Refusal.badInput("/dialect", "unknown-value", name, "spreadsheet, machine");
        };
    }

    private Future<ApiReply> xlsx(ApiCall call) {
        return file(
                call,
                XlsxExport.TYPE,
                "xlsx",
                () -> new XlsxExport("scope", ScopeFile.header(ScopeFile.Dialect.SPREADSHEET)));
    }

    private Future<ApiReply> file(ApiCall call, String type, String ending, Supplier<ExportFile> file) {
        UUID id = call.id("id");
        ScopeMoment moment = new ScopeMoment(
                call.queryDate("validOn").orElseGet(catalog::today),
                call.queryMoment("knownAt").orElse(null));
        return catalog.provider(id)
                .map(provider -> ApiReply.file(
                        type, "scope-" + id + "." + ending, to -> new Running(provider, moment, file.get(), to)
                                .from(null)));
    }

    /** One file on its way to somebody. */
    private final class Running {
        private final UUID provider;
        private final ScopeFile scope;
        private final ScopeMoment moment;
        private final ExportFile file;
        private final WriteStream<Buffer> to;

        Running(Provider provider, ScopeMoment moment, ExportFile file, WriteStream<Buffer> to) {
            this.provider = provider.id();
            this.scope = new ScopeFile(provider);
            this.moment = moment;
            this.file = file;
            this.to = to;
        }

        /** Sends the lines after one, and waits for whoever reads them. */
        Future<Void> from(@Nullable UUID after) {
            return catalog.scope(provider, moment, after, PART)
                    .compose(lines -> vertx.executeBlocking(() -> written(lines))
                            .compose(to::write)
                            .compose(sent -> lines.size() < PART
                                    ? Future.succeededFuture()
                                    : from(lines.get(PART - 1).id())));
        }

        private Buffer written(List<RecordedLine> lines) {
            file.add(lines.stream().map(scope::cells).toList());
            if (lines.size() < PART) {
                file.end();
            }
            return file.taken();
        }
    }
}
