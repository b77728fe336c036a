package org.qibroker.catalog.lines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.lines.LineChange.Kind;
import org.qibroker.catalog.lines.LineChange.Known;
import org.qibroker.shared.IdSource;

/**
 * What has to change for a scope to become what its provider says. A line that comes again stays the same line, even if
 * something about it changed ({@link LineIdentity}, {@link LinePairing}).
 */
public record ScopeChange(List<LineChange> lines) {
    /** Copies the list. */
    public ScopeChange {
        lines = List.copyOf(lines);
    }

    /**
     * The change that an offer makes. Lines with different cores never meet, so an offer may be taken core by core.
     *
     * @param believed what is believed about lines that hold on or after the day the offer takes effect, a line's
     *     statements in the order of their days
     */
    public static ScopeChange of(ScopeOffer offer, List<RecordedLine> believed, IdSource newIds) {
        Map<LineIdentity.Core, Group> groups = new LinkedHashMap<>();
        known(believed)
                .forEach(line -> group(groups, line.before().line()).known.add(line));
        offer.lines().forEach(line -> group(groups, line.line()).said.add(line));
        List<LineChange> lines = new ArrayList<>();
        groups.values().forEach(group -> group.compare(offer, newIds, lines));
        return new ScopeChange(lines);
    }

    private static Group group(Map<LineIdentity.Core, Group> groups, ScopeLine line) {
        return groups.computeIfAbsent(LineIdentity.Core.of(line), core -> new Group());
    }

    private static Iterable<Known> known(List<RecordedLine> believed) {
        Map<UUID, Known> known = new LinkedHashMap<>();
        for (RecordedLine line : believed) {
            known.merge(line.id(), new Known(line, line.validity().to()), (a, b) -> new Known(a.before(), b.end()));
        }
        return known.values();
    }

    /** How many lines there are of a kind. */
    public int count(Kind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** Changes of a kind. */
    List<LineChange> of(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return lines.stream().filter(line -> wanted.contains(line.kind())).toList();
    }

    /** What is stated anew. */
    List<LineBatch.StatedLine> stated() {
        return of(Kind.ADDED, Kind.CHANGED).stream()
                .map(line -> new LineBatch.StatedLine(line.id(), Objects.requireNonNull(line.after()), line.days()))
                .toList();
    }

    /** The line that each row became or already was. */
    Map<Integer, UUID> ids() {
        Map<Integer, UUID> ids = new HashMap<>();
        lines.stream().filter(line -> line.row() != null).forEach(line -> ids.put(line.row(), line.id()));
        return ids;
    }

    /** Lines of one core. */
    private static final class Group {
        private final List<Known> known = new ArrayList<>();
        private final List<ScopeOffer.Line> said = new ArrayList<>();

        void compare(ScopeOffer offer, IdSource newIds, List<LineChange> changes) {
            Map<ScopeLine, ScopeOffer.Line> once = new LinkedHashMap<>();
            said.forEach(line -> once.putIfAbsent(line.line(), line));
            List<ScopeOffer.Line> lines = List.copyOf(once.values());
            LinePairing pairing = new LinePairing(
                            known.stream().map(k -> k.before().line()).toList(),
                            lines.stream().map(ScopeOffer.Line::line).toList(),
                            offer.silent(),
                            (i, k) -> known.get(k).reaches(lines.get(i).from()))
                    .strictly();
            if (offer.mode() == ScopeOffer.Mode.REPLACE) {
                pairing.alike();
            }
            Map<ScopeLine, LineChange> became = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                ScopeOffer.Line line = lines.get(i);
                became.put(
                        line.line(),
                        pairing.partner(i)
                                .map(k -> LineChange.of(known.get(k), line, offer.effectiveFrom(), offer.silent()))
                                .orElseGet(() -> LineChange.added(line, newIds.next())));
            }
            said.forEach(line -> changes.add(became(line, Objects.requireNonNull(became.get(line.line())))));
            end(offer, pairing, changes);
        }

        /** The same line said again is there already. */
        private static LineChange became(ScopeOffer.Line line, LineChange first) {
            return Integer.valueOf(line.row()).equals(first.row()) ? first : LineChange.repeated(line, first.id());
        }

        private void end(ScopeOffer offer, LinePairing pairing, List<LineChange> changes) {
            for (int k = 0; k < known.size() && offer.mode() == ScopeOffer.Mode.REPLACE; k++) {
                if (!pairing.paired(k)) {
                    changes.add(LineChange.ended(known.get(k), offer.effectiveFrom()));
                }
            }
        }
    }
}
