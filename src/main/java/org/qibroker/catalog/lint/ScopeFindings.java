package org.qibroker.catalog.lint;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Jurisdiction;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.lint.rules.BestCmcs;
import org.qibroker.catalog.lint.rules.KnownEditions;
import org.qibroker.catalog.lint.rules.LintedLine;
import org.qibroker.catalog.lint.rules.Linter;
import org.qibroker.catalog.lint.rules.Supersessions;
import org.qibroker.catalog.lint.rules.Surroundings;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * What is doubtful about scopes. A scope is judged when somebody asks and kept judged until it, the day or the editions
 * known change; that happens away from the event loop, part by part.
 */
public final class ScopeFindings {
    private static final int PART = 2000;
    private static final int SCOPES_KEPT = 8;
    private static final Duration EDITIONS_KEPT = Duration.ofMinutes(1);
    private static final long PATIENCE_SECONDS = 20;

    private final Platform platform;
    private final Catalog catalog;
    private final Surroundings.Tables tables;
    private final ScopeReader reader;
    private final Map<UUID, Judged> judged = new LinkedHashMap<>();
    private final Map<UUID, LintRun> running = new ConcurrentHashMap<>();
    private @Nullable Editions editions;

    private record Basis(long revision, LocalDate day, KnownEditions editions) {}

    private record Judged(Basis basis, Future<LintReport> report, @Nullable LintReport before) {
        @Nullable
        LintReport latest() {
            return report.succeeded() ? report.result() : before;
        }
    }

    private record Editions(Instant since, Future<KnownEditions> known) {}

    /** Judges the scopes of a catalog by these tables. */
    public ScopeFindings(
            Platform platform, Catalog catalog, UnitRegistry units, BestCmcs best, Supersessions superseded) {
        this.platform = platform;
        this.catalog = catalog;
        this.tables = Surroundings.Tables.of(units, best, superseded);
        this.reader = new ScopeReader(units);
    }

    /**
     * What is doubtful about the scope of a provider today.
     *
     * @return fails with NOT_FOUND for an unknown provider, with FORBIDDEN for anybody but the provider, coordinators of its
     *     {@link Jurisdiction} and the operator, with UNAVAILABLE if a very large scope is still being judged
     */
    public Future<LintReport> report(UUID provider, Caller caller) {
        return mayRead(provider, caller)
                .compose(may -> may
                        ? judged(provider)
                        : catalog.provider(provider).compose(found -> Future.failedFuture(Refusal.forbidden())));
    }

    private Future<LintReport> judged(UUID provider) {
        return basis(provider)
                .compose(basis -> judge(provider, basis))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .recover(ScopeFindings::later);
    }

    private static Future<LintReport> later(Throwable failure) {
        return Future.failedFuture(failure instanceof TimeoutException ? Refusal.unavailable(5) : failure);
    }

    /**
     * What is known of it without waiting for long: the report of how it is now, else of how it was before, else nothing.
     */
    public Future<Optional<LintReport>> glance(UUID provider, Caller caller, long patienceMs) {
        return report(provider, caller)
                .map(Optional::of)
                .timeout(patienceMs, TimeUnit.MILLISECONDS)
                .recover(failure -> failure instanceof TimeoutException
                        ? Future.succeededFuture(latest(provider))
                        : Future.failedFuture(failure));
    }

    /** How far the judgement of a provider's scope is that goes on just now. */
    public LintProgress progress(UUID provider) {
        LintRun run = running.get(provider);
        return run == null ? LintProgress.NONE : run.progress();
    }

    private synchronized Optional<LintReport> latest(UUID provider) {
        return Optional.ofNullable(judged.get(provider)).map(Judged::latest);
    }

    /** Whether the caller may see what is doubtful: it is no business of the public. */
    private Future<Boolean> mayRead(UUID provider, Caller caller) {
        return Catalog.mayChange(provider, caller)
                ? Future.succeededFuture(true)
                : platform.database().read(client -> Jurisdiction.covers(client, provider, caller));
    }

    /** What is doubtful about some lines of one provider, each by itself, whether or not they are stated yet. */
    public Future<List<Finding>> check(List<RecordedLine> lines) {
        if (lines.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return catalog.provider(lines.get(0).providerId())
                .compose(
                        provider -> editions().map(known -> new Surroundings(tables, provider, known, catalog.today())))
                .map(around -> lines.stream()
                        .flatMap(line -> Linter.line(LintedLine.of(line, reader), around).stream())
                        .toList());
    }

    private Future<Basis> basis(UUID provider) {
        return editions().compose(known -> platform.database()
                .read(client -> LintRepository.revision(client, provider))
                .map(revision -> new Basis(revision, catalog.today(), known)));
    }

    private synchronized Future<KnownEditions> editions() {
        Instant now = platform.clock().instant();
        if (editions == null
                || editions.known.failed()
                || editions.since.plus(EDITIONS_KEPT).isBefore(now)) {
            editions = new Editions(now, read(editions));
        }
        return editions.known;
    }

    /** The editions known now; the same object as before if nothing was learnt, so that no scope is judged anew. */
    private Future<KnownEditions> read(@Nullable Editions before) {
        LocalDate day = catalog.today();
        KnownEditions old = before == null ? null : before.known.result();
        return platform.database()
                .read(client -> LintRepository.methods(client, day))
                .compose(methods -> platform.vertx()
                        .executeBlocking(() -> KnownEditions.of(methods, tables.superseded(), day.getYear())))
                .map(known -> known.equals(old) ? old : known);
    }

    /** A scope that is being judged is not judged a second time meanwhile, but after, if it changed. */
    private synchronized Future<LintReport> judge(UUID provider, Basis basis) {
        Judged known = judged.get(provider);
        if (known != null && known.basis.equals(basis) && !known.report.failed()) {
            return known.report;
        }
        if (known != null && !known.report.isComplete()) {
            return known.report.transform(done -> basis(provider).compose(now -> judge(provider, now)));
        }
        Judged next = new Judged(basis, begin(provider, basis), known == null ? null : known.latest());
        judged.remove(provider);
        judged.put(provider, next);
        if (judged.size() > SCOPES_KEPT) {
            judged.remove(judged.keySet().iterator().next());
        }
        return next.report;
    }

    private Future<LintReport> begin(UUID provider, Basis basis) {
        return catalog.provider(provider)
                .compose(found -> platform.database()
                        .read(client -> LintRepository.count(client, provider, basis.day))
                        .map(expected -> run(found, basis, expected)))
                .compose(run -> part(run, provider, basis.day, LintRepository.FIRST))
                .eventually(() -> Future.succeededFuture(running.remove(provider)));
    }

    private LintRun run(Provider provider, Basis basis, int expected) {
        LintRun run = new LintRun(new Surroundings(tables, provider, basis.editions, basis.day), expected);
        running.put(provider.id(), run);
        return run;
    }

    private Future<LintReport> part(LintRun run, UUID provider, LocalDate day, UUID after) {
        return platform.database()
                .read(client -> LintRepository.lines(client, provider, day, after, PART))
                .compose(lines -> lines.isEmpty()
                        ? platform.vertx().executeBlocking(run::finish)
                        : accept(run, lines).compose(next -> part(run, provider, day, next)));
    }

    private Future<UUID> accept(LintRun run, List<RecordedLine> lines) {
        return platform.vertx().executeBlocking(() -> {
            lines.forEach(line -> run.accept(LintedLine.of(line, reader)));
            return lines.get(lines.size() - 1).id();
        });
    }
}
