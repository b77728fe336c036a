package org.qibroker.ledger;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Caller;

/** Takes a ledger from a file: all of it, or, if anything is wrong, nothing. */
public final class LedgerImports {
    private final Platform platform;
    private final Ledger ledger;

    LedgerImports(Platform platform, Ledger ledger) {
        this.platform = platform;
        this.ledger = ledger;
    }

    /**
     * What came of a file.
     *
     * @param taken how many instruments
     * @param ignored headings that mean nothing here
     */
    record Outcome(int taken, List<Place> findings, List<String> ignored) {}

    /** What is wrong, in the reader's language; row 0 is the file as a whole. */
    public record Place(int row, String column, String message) {}

    /** Takes a file; fails FORBIDDEN without an organisation. */
    Future<Outcome> take(Path file, String name, Caller caller, Locale locale) {
        caller.organisation();
        return platform.vertx()
                .executeBlocking(() -> LedgerSheet.read(file, name, ledger.units()), false)
                .compose(reading -> reading.findings().isEmpty()
                        ? ledger.putAll(reading.drafts(), caller)
                                .map(taken -> new Outcome(taken, List.of(), reading.ignored()))
                        : Future.succeededFuture(
                                new Outcome(0, places(reading.findings(), locale), reading.ignored())));
    }

    private List<Place> places(List<Finding> findings, Locale locale) {
        Messages messages = platform.messages();
        return findings.stream()
                .map(each -> new Place(
                        each.row(),
                        each.column(),
                        messages.text(locale, each.key(), each.arguments().toArray())))
                .toList();
    }
}
