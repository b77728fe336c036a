package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.lines.LineEdits;
import org.qibroker.catalog.lines.VersionedLine;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Fix;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.catalog.lint.ScopeFindings;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * Single lines of scopes, as their providers keep them. Only those who act for the provider may change a line, and the
 * operator; a change of what was changed meanwhile gets STALE.
 */
public final class Lines {
    private static final UUID NOT_YET = new UUID(0, 0);

    private final Platform platform;
    private final Catalog catalog;
    private final LineEdits edits;
    private final ScopeFindings findings;
    private final UnitRegistry units;
    private final ScopeReader reader;

    /** The lines of a catalog. */
    public Lines(Platform platform, Catalog catalog, UnitRegistry units, ScopeFindings findings) {
        this.platform = platform;
        this.catalog = catalog;
        this.edits = new LineEdits(platform, catalog);
        this.findings = findings;
        this.units = units;
        this.reader = new ScopeReader(units);
    }

    /** What is believed of a line, with its version. */
    public Future<VersionedLine> line(UUID id) {
        return edits.line(id);
    }

    /** The same for those who may change it; fails with NOT_FOUND for anybody else. */
    public Future<VersionedLine> own(UUID id, Caller caller) {
        return edits.line(id).map(line -> {
            if (!Catalog.mayChange(line.line().providerId(), caller)) {
                throw Refusal.notFound("capability");
            }
            return line;
        });
    }

    /** Every statement ever made about a line, the latest first. */
    public Future<List<VersionedLine>> history(UUID id) {
        return edits.history(id);
    }

    /** Adds a line to the scope of the caller's organisation, and gives its id. */
    public Future<UUID> add(LineCommand command, Caller caller) {
        UUID provider = caller.organisation();
        LocalDate from = Objects.requireNonNullElse(command.effectiveFrom(), catalog.today());
        LocalDate to = command.validTo();
        if (to != null && to.isBefore(from)) {
            return Future.failedFuture(Refusal.badInput("/validTo", "ends-before-it-begins"));
        }
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> edits.add(
                        provider, command.line(opened, units, null), new Capability.Validity(from, to), caller)));
    }

    /** Lets a line say something else. */
    public Future<Void> change(UUID id, LineCommand command, long version, Caller caller) {
        return own(id, caller).compose(now -> catalog.provider(now.line().providerId())
                .map(provider -> command.line(provider, units, now.line().line()))
                .compose(after -> edits.change(
                        id, after, new LineEdits.Days(command.effectiveFrom(), command.validTo()), version, caller)));
    }

    /** Lets a line end after a day. */
    public Future<Void> end(UUID id, LocalDate last, long version, Caller caller) {
        return own(id, caller).compose(now -> edits.end(id, last, version, caller));
    }

    /** Lets a line say again what it said in a statement before. */
    public Future<Void> restore(UUID id, long statement, long version, Caller caller) {
        return own(id, caller).compose(now -> edits.history(id)).compose(history -> {
            ScopeLine before = history.stream()
                    .filter(line -> line.version() == statement)
                    .map(line -> line.line().line())
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("statement"));
            return edits.alter(id, now -> before, version, caller);
        });
    }

    /**
     * A line as it is read, and what is doubtful about it by itself.
     *
     * @param read absent where there is no line yet
     */
    public record Draft(@Nullable Capability read, List<Finding> findings) {
        /** Nothing to judge yet. */
        public static final Draft NONE = new Draft(null, List.of());
    }

    /** Judges a line that is stated. */
    public Future<Draft> judge(RecordedLine line) {
        return findings.check(List.of(line)).map(found -> new Draft(line.read(reader), found));
    }

    /** Judges a line that is being written. */
    public Future<Draft> judge(LineCommand command, Caller caller) {
        return catalog.provider(caller.organisation())
                .compose(provider -> judge(draft(command.line(provider, units, null), provider)));
    }

    private RecordedLine draft(ScopeLine line, Provider provider) {
        Capability.Validity today = new Capability.Validity(catalog.today(), null);
        return new RecordedLine(
                NOT_YET, provider.id(), line, today, platform.clock().instant(), null);
    }

    /**
     * Mends a finding in the way it says.
     *
     * @param before what stands there, to tell findings of one rule apart
     * @return fails with CONFLICT if the line has no such finding, or none that can be mended without asking
     */
    public Future<Void> fix(UUID id, Rule rule, String before, long version, Caller caller) {
        return own(id, caller)
                .compose(now -> rule == Rule.DUPLICATE_LINE
                        ? fixDuplicate(now.line(), version, caller)
                        : findings.check(List.of(now.line())).compose(found -> {
                            Finding finding = chosen(found, rule, before);
                            return edits.alter(id, line -> mended(line, finding), version, caller);
                        }));
    }

    private Future<Void> fixDuplicate(RecordedLine line, long version, Caller caller) {
        return findings.report(line.providerId(), caller).compose(report -> {
            boolean safe = report.findings().stream()
                    .anyMatch(f ->
                            f.capabilityId().equals(line.id()) && f.rule() == Rule.DUPLICATE_LINE && f.fix() != null);
            return safe
                    ? edits.end(line.id(), catalog.today().minusDays(1), version, caller)
                    : Future.failedFuture(Refusal.conflict("nothing-to-mend"));
        });
    }

    private static Finding chosen(List<Finding> found, Rule rule, String before) {
        return found.stream()
                .filter(finding -> finding.rule() == rule && finding.fix() != null)
                .filter(finding -> before.isEmpty() || before.equals(finding.value()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("nothing-to-mend"));
    }

    /** The line with the text of a field put right. */
    static ScopeLine mended(ScopeLine line, Finding finding) {
        Fix fix = Objects.requireNonNull(finding.fix());
        ScopeLine.Texts old = line.texts();
        String after = fix.after();
        ScopeLine.Texts texts = new ScopeLine.Texts(
                old.quantity(),
                finding.field() == Field.METHODS ? replaced(old.methods(), fix) : old.methods(),
                finding.field() == Field.RANGE ? after : old.range(),
                old.conditions(),
                finding.field() == Field.UNCERTAINTY ? after : old.uncertainty(),
                old.coverageFactor(),
                finding.field() == Field.LIMITATION ? after : old.limitation());
        return new ScopeLine(line.siteId(), line.service(), texts, line.marks(), line.terms());
    }

    private static List<String> replaced(List<String> methods, Fix fix) {
        List<String> next = new ArrayList<>();
        for (String method : methods) {
            if (method.equals(fix.before()) && fix.after() != null) {
                next.addAll(
                        Arrays.stream(fix.after().split(";")).map(String::strip).toList());
            } else {
                next.add(method);
            }
        }
        return next.stream().distinct().toList();
    }
}
