package org.qibroker.cli;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qibroker.Features;
import org.qibroker.account.Organisation;
import org.qibroker.catalog.imports.Import;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.ImportState;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a scope file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes the lines of a scope file for a provider and tells, by row and column, what was not understood."
                    + " Nothing is lost: what is not understood stays as text, and a row that cannot be taken is"
                    + " named.",
            "Works beside a running server, which finds the new lines at once, and without one.",
            "",
            "The file is delimited text (UTF-8, UTF-16 or GB18030), a workbook (.xlsx) or JSON (.json). Its header"
                    + " names columns in Chinese or English in any order. Only family (类别), subject (检测对象) and"
                    + " parameter (项目/参数) are required."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all rows taken", "1:the file could not be taken", "2:wrongly called", "3:some rows rejected"
        },
        footer = {"", "Example:", "  import scope.csv --provider 91310115MA1K4X0000 --dry-run"})
final class ImportScope implements Callable<Integer> {
    private static final int REJECTED = 3;
    private static final int PAGE = 200;

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--provider",
            required = true,
            paramLabel = "USCC",
            description = "Unified social credit code (统一社会信用代码) of the provider, who is registered already.")
    private String provider = "";

    @Option(names = "--dry-run", description = "Only tells; publishes nothing.")
    private boolean dryRun;

    ImportScope(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private record Outcome(Import done, List<Finding> findings, Messages messages) {}

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new RefusedToStart("Cannot read " + file);
        }
        Outcome outcome = surroundings.with(this::run);
        PrintWriter out = spec.commandLine().getOut();
        Locale locale = Surroundings.language();
        outcome.findings().forEach(finding -> out.println(line(finding, outcome.messages(), locale)));
        out.println(summary(outcome, locale));
        if (outcome.done().state() != ImportState.DONE) {
            return 1;
        }
        return outcome.done().figures().rejected() > 0 ? REJECTED : 0;
    }

    private Future<Outcome> run(Features features) {
        Imports imports = features.catalog().imports();
        String name = String.valueOf(file.getFileName());
        ImportOptions usual = ImportOptions.usual(name);
        ImportOptions options = dryRun ? usual.asDryRun() : usual;
        return features.account()
                .organisations()
                .byUscc(provider)
                .map(found -> found.map(Organisation::id).orElseThrow(this::unknownProvider))
                .map(id -> new Imports.Upload(id, name, file))
                .compose(upload -> imports.run(upload, options, Caller.SYSTEM))
                .compose(done -> findings(imports, done.id(), null, new ArrayList<>())
                        .map(all -> new Outcome(done, all, features.messages())));
    }

    private RefusedToStart unknownProvider() {
        return new RefusedToStart("No organisation with the code " + provider + " is registered: register it first");
    }

    private static Future<List<Finding>> findings(
            Imports imports, UUID id, @Nullable String cursor, List<Finding> before) {
        return imports.findings(id, new PageRequest(PAGE, cursor), Caller.SYSTEM)
                .compose(page -> {
                    before.addAll(page.items());
                    return next(imports, id, page, before);
                });
    }

    private static Future<List<Finding>> next(Imports imports, UUID id, Page<Finding> page, List<Finding> all) {
        return page.nextCursor() == null ? Future.succeededFuture(all) : findings(imports, id, page.nextCursor(), all);
    }

    private static String line(Finding finding, Messages messages, Locale locale) {
        String sheet = finding.sheet() == null ? "" : finding.sheet() + ", ";
        String where = sheet + "row " + finding.row() + (finding.column() == null ? "" : ", " + finding.column());
        String text = messages.text(
                locale, "catalog.finding." + finding.code(), finding.arguments().toArray());
        String value = finding.value() == null ? "" : " (" + finding.value() + ")";
        return finding.severity() + " " + where + ": " + text + value;
    }

    private String summary(Outcome outcome, Locale locale) {
        Import done = outcome.done();
        Import.Figures figures = done.figures();
        if (done.failure() != null) {
            return "The file could not be taken: "
                    + outcome.messages().text(locale, "catalog.import.failure." + done.failureWords());
        }
        return "%s%d rows: %d accepted (%d new, %d changed, %d unchanged), %d rejected, %d warnings."
                .formatted(
                        dryRun ? "Dry run, nothing published. " : "",
                        figures.rows(),
                        figures.accepted(),
                        figures.added(),
                        figures.changed(),
                        figures.unchanged(),
                        figures.rejected(),
                        figures.warnings());
    }
}
