package org.qibroker.catalog.imports.exports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.WriteStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.imports.Spool;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.imports.findings.FindingLog;
import org.qibroker.catalog.imports.findings.Findings;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Caller;

/** Gives a provider its own file back, with what was found about each row beside it. */
public final class Remarks {
    /** How the file is written. */
    public enum Form {
        CSV,
        XLSX
    }

    private final Platform platform;
    private final Imports imports;

    public Remarks(Platform platform, Imports imports) {
        this.platform = platform;
        this.imports = imports;
    }

    /** The file; fails with NOT_FOUND if there is no such import that the caller may see. */
    public Future<ApiReply> of(UUID id, Form form, Caller caller, Locale locale) {
        return imports.get(id, caller).compose(found -> new Findings(platform.database())
                .of(id, -1, FindingLog.MOST_KEPT)
                .compose(findings -> written(found, form, texts(findings, locale)))
                .map(path -> reply(found, form, path)));
    }

    private NavigableMap<Integer, String> texts(List<Findings.Numbered> findings, Locale locale) {
        NavigableMap<Integer, String> texts = new TreeMap<>();
        findings.forEach(numbered -> texts.merge(
                numbered.finding().row(), text(numbered.finding(), locale), (before, more) -> before + "\n" + more));
        return texts;
    }

    private String text(Finding finding, Locale locale) {
        String severity = platform.messages().text(locale, "catalog.severity." + finding.severity());
        String message = platform.messages()
                .text(
                        locale,
                        "catalog.finding." + finding.code(),
                        finding.arguments().toArray());
        return severity + (finding.column() == null ? "" : " · " + finding.column()) + " · " + message;
    }

    private Future<Path> written(Import found, Form form, NavigableMap<Integer, String> remarks) {
        return platform.database().connection().compose(own -> platform.vertx()
                .executeBlocking(() -> write(own, found, form, remarks), false));
    }

    private static Path write(Connection own, Import found, Form form, NavigableMap<Integer, String> remarks)
            throws IOException, SQLException {
        Path path = Files.createTempFile("remarks", null);
        ExportFile file = form == Form.CSV ? CsvExport.forSpreadsheets() : new XlsxExport("scope", List.of());
        try (own;
                Spool spool = Spool.of(own, found.id());
                OutputStream to = Files.newOutputStream(path)) {
            new RemarksFile(remarks, file, to).write(spool.path(), found.options());
            return path;
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private ApiReply reply(Import found, Form form, Path path) {
        String type = form == Form.CSV ? CsvExport.TYPE : XlsxExport.TYPE;
        String name = "remarks-" + found.id() + "." + form.name().toLowerCase(Locale.ROOT);
        return ApiReply.file(type, name, to -> send(path.toString(), to));
    }

    private Future<Void> send(String path, WriteStream<Buffer> to) {
        FileSystem files = platform.vertx().fileSystem();
        return files.open(path, new OpenOptions().setWrite(false))
                .compose(file ->
                        file.pipe().endOnSuccess(false).endOnFailure(false).to(to))
                .eventually(() -> files.delete(path));
    }
}
