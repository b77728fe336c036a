package org.qibroker.catalog.lines;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/**
 * Changes of single lines. A line keeps its id; what it said before stays known for the days before, and what was
 * believed stays on record. Only those who act for the provider may, and the operator; anybody else gets FORBIDDEN.
 */
public final class LineEdits {
    private static final int PART = 1000;

    private final Platform platform;
    private final Catalog catalog;

    /** Changes the lines of a catalog. */
    public LineEdits(Platform platform, Catalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
    }

    /** What is believed of a line, with its version. */
    public Future<VersionedLine> line(UUID id) {
        return platform.database()
                .read(client -> LineRepository.believed(client, List.of(id)))
                .map(statements -> versioned(statements, catalog.today()));
    }

    private static VersionedLine versioned(List<VersionedLine> statements, LocalDate day) {
        if (statements.isEmpty()) {
            throw Refusal.notFound("capability");
        }
        long version =
                statements.stream().mapToLong(VersionedLine::version).max().orElseThrow();
        LineTimeline timeline = timeline(statements);
        RecordedLine shown =
                timeline.on(day).orElse(statements.get(statements.size() - 1).line());
        return new VersionedLine(shown, version);
    }

    private static LineTimeline timeline(List<VersionedLine> statements) {
        return new LineTimeline(statements.stream().map(VersionedLine::line).toList());
    }

    /** Every statement ever made about a line, the latest first, each with its number. */
    public Future<List<VersionedLine>> history(UUID id) {
        return platform.database().read(client -> LineRepository.history(client, id));
    }

    /** States a new line, and gives its id. */
    public Future<UUID> add(UUID provider, ScopeLine line, Capability.Validity validity, Caller caller) {
        UUID id = platform.ids().next();
        LineBatch.StatedLine stated = new LineBatch.StatedLine(id, line, validity);
        return platform.database().transaction(tx -> catalog.open(tx, provider, caller)
                .compose(opened -> CapabilityRepository.insert(tx, batch(provider, List.of(stated))))
                .compose(done -> tell(tx, provider, caller, Map.of("added", 1, "capabilityId", id)))
                .map(id));
    }

    /**
     * Lets a line say something else from a day on.
     *
     * @return fails with STALE if it changed since the version
     */
    public Future<Void> change(UUID id, ScopeLine after, Days days, long version, Caller caller) {
        return edit(id, version, caller, (timeline, day) -> timeline.change(after, days.from(day), days.last));
    }

    /** From which day on a change holds, today where absent, and the last day of the line, absent for no end. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate last) {
        /**
         * Days in order.
         *
         * @throws Refusal BAD_INPUT if the end comes first
         */
        public Days {
            if (from != null && last != null && last.isBefore(from)) {
                throw Refusal.badInput("/validTo", "ends-before-it-begins");
            }
        }

        LocalDate from(LocalDate today) {
            return from == null ? today : from;
        }
    }

    /** Lets a line say what it says, but for one thing; its last day stays. */
    public Future<Void> alter(UUID id, UnaryOperator<ScopeLine> what, long version, Caller caller) {
        return edit(id, version, caller, (timeline, day) -> {
            ScopeLine now = timeline.on(day)
                    .orElseThrow(() -> Refusal.conflict("line-ended"))
                    .line();
            return timeline.change(what.apply(now), day, timeline.ends());
        });
    }

    /**
     * Lets a line end after a day.
     *
     * @return fails with STALE if it changed since the version
     */
    public Future<Void> end(UUID id, LocalDate last, long version, Caller caller) {
        return edit(id, version, caller, (timeline, day) -> timeline.end(last));
    }

    private Future<Void> edit(
            UUID id, long version, Caller caller, BiFunction<LineTimeline, LocalDate, LineTimeline.Edit> how) {
        return platform.database().transaction(tx -> LineRepository.provider(tx, id)
                .compose(provider -> catalog.open(tx, provider, caller)
                        .compose(opened -> LineRepository.believed(tx, List.of(id)))
                        .compose(statements -> edit(tx, statements, version, how))
                        .compose(done -> tell(tx, provider, caller, Map.of("changed", 1, "capabilityId", id)))));
    }

    private Future<Void> edit(
            SqlConnection tx,
            List<VersionedLine> statements,
            long version,
            BiFunction<LineTimeline, LocalDate, LineTimeline.Edit> how) {
        VersionedLine now = versioned(statements, catalog.today());
        if (now.version() != version) {
            return Future.failedFuture(Refusal.stale());
        }
        return write(tx, now.line().providerId(), List.of(how.apply(timeline(statements), catalog.today())));
    }

    /**
     * Lets many lines of a provider say something else from today on, all or none, within a transaction in which the
     * provider is open.
     *
     * @return how many did change
     */
    public Future<Integer> alterAll(
            SqlConnection tx, UUID provider, List<UUID> ids, UnaryOperator<ScopeLine> what, Caller caller) {
        return part(tx, provider, ids, what)
                .compose(changed -> changed == 0
                        ? Future.succeededFuture(0)
                        : tell(tx, provider, caller, Map.of("changed", changed)).map(changed));
    }

    private Future<Integer> part(SqlConnection tx, UUID provider, List<UUID> ids, UnaryOperator<ScopeLine> what) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(0);
        }
        List<UUID> part = ids.subList(0, Math.min(PART, ids.size()));
        return LineRepository.believed(tx, part)
                .map(statements -> altered(statements, what))
                .compose(edits -> write(tx, provider, edits).map(edits.size()))
                .compose(changed -> part(tx, provider, ids.subList(part.size(), ids.size()), what)
                        .map(more -> changed + more));
    }

    private List<LineTimeline.Edit> altered(List<VersionedLine> statements, UnaryOperator<ScopeLine> what) {
        LocalDate today = catalog.today();
        List<LineTimeline.Edit> edits = new ArrayList<>();
        for (LineTimeline timeline : byLine(statements)) {
            timeline.on(today).map(RecordedLine::line).ifPresent(now -> {
                ScopeLine after = what.apply(now);
                if (!after.equals(now)) {
                    edits.add(timeline.change(after, today, timeline.ends()));
                }
            });
        }
        return edits;
    }

    private static List<LineTimeline> byLine(List<VersionedLine> statements) {
        List<LineTimeline> lines = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= statements.size(); i++) {
            boolean ends = i == statements.size()
                    || !statements
                            .get(i)
                            .line()
                            .id()
                            .equals(statements.get(from).line().id());
            if (ends) {
                lines.add(timeline(statements.subList(from, i)));
                from = i;
            }
        }
        return lines;
    }

    private Future<Void> write(SqlConnection tx, UUID provider, List<LineTimeline.Edit> edits) {
        List<LineBatch.StatedLine> stated =
                edits.stream().flatMap(edit -> edit.stated().stream()).toList();
        return LineRepository.disbelieve(tx, edits, platform.clock().instant())
                .compose(done -> stated.isEmpty()
                        ? Future.succeededFuture()
                        : CapabilityRepository.insert(tx, batch(provider, stated)));
    }

    private LineBatch batch(UUID provider, List<LineBatch.StatedLine> stated) {
        Instant now = platform.clock().instant();
        return new LineBatch(provider, null, now, stated);
    }

    private Future<Void> tell(SqlConnection tx, UUID provider, Caller caller, Map<String, ?> data) {
        return catalog.tell(tx, provider, "scope-changed", caller, data);
    }
}
