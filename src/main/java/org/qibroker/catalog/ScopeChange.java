package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.IdSource;

/**
 * What has to be stated anew, and what is believed no longer, for a scope to become what its provider says. A line that
 * changed is another line: the old one ends, a new one begins.
 *
 * @param added new lines
 * @param restated known lines with other days; what was believed of them ends
 * @param retracted known lines that will never hold
 * @param ids the line that each line offered became or already was, by its row
 * @param kept how many lines offered were there already
 */
record ScopeChange(
        List<LineBatch.StatedLine> added,
        List<LineBatch.StatedLine> restated,
        List<UUID> retracted,
        Map<Integer, UUID> ids,
        int kept) {

    /**
     * The change that an offer makes.
     *
     * @param believed what is believed about lines that hold on or after the day the offer takes effect
     */
    static ScopeChange of(ScopeOffer offer, List<RecordedLine> believed, IdSource newIds) {
        Planner planner = new Planner(believed, newIds);
        offer.lines().forEach(planner::take);
        if (offer.mode() == ScopeOffer.Mode.REPLACE) {
            planner.endOthers(offer.effectiveFrom());
        }
        return new ScopeChange(planner.added, planner.restated, planner.retracted, planner.ids, planner.kept);
    }

    /** How many lines end. */
    int ended() {
        return retracted.size() + restated.size();
    }

    /** Lines of which something else is believed from now on. */
    List<UUID> disbelieved() {
        List<UUID> ids = new ArrayList<>(retracted);
        restated.forEach(line -> ids.add(line.id()));
        return ids;
    }

    /** Takes the lines offered one after the other. */
    private static final class Planner {
        private final IdSource newIds;
        private final Map<ScopeLine, RecordedLine> known = new LinkedHashMap<>();
        private final Map<ScopeLine, UUID> seen = new HashMap<>();
        private final List<LineBatch.StatedLine> added = new ArrayList<>();
        private final List<LineBatch.StatedLine> restated = new ArrayList<>();
        private final List<UUID> retracted = new ArrayList<>();
        private final Map<Integer, UUID> ids = new HashMap<>();
        private int kept;

        Planner(List<RecordedLine> believed, IdSource newIds) {
            this.newIds = newIds;
            believed.forEach(line -> known.putIfAbsent(line.line(), line));
        }

        void take(ScopeOffer.Line offered) {
            UUID again = seen.get(offered.line());
            RecordedLine before = known.get(offered.line());
            if (again != null) {
                keep(offered, again);
            } else if (before != null && reaches(before, offered.from())) {
                keep(offered, before.id());
                known.remove(offered.line());
                changeEnd(before, offered.to());
            } else {
                UUID id = newIds.next();
                added.add(new LineBatch.StatedLine(
                        id, offered.line(), new Capability.Validity(offered.from(), offered.to())));
                enter(offered, id);
            }
        }

        private static boolean reaches(RecordedLine line, LocalDate day) {
            LocalDate end = line.validity().to();
            return end == null || !end.isBefore(day);
        }

        private void keep(ScopeOffer.Line offered, UUID id) {
            kept++;
            enter(offered, id);
        }

        private void enter(ScopeOffer.Line offered, UUID id) {
            seen.put(offered.line(), id);
            ids.put(offered.row(), id);
        }

        private void changeEnd(RecordedLine line, @Nullable LocalDate to) {
            Capability.Validity before = line.validity();
            if (to != null && !to.equals(before.to()) && !to.isBefore(before.from())) {
                restate(line, to);
            }
        }

        void endOthers(LocalDate effectiveFrom) {
            for (RecordedLine line : known.values()) {
                if (line.validity().from().isBefore(effectiveFrom)) {
                    restate(line, effectiveFrom.minusDays(1));
                } else {
                    retracted.add(line.id());
                }
            }
        }

        private void restate(RecordedLine line, LocalDate to) {
            restated.add(new LineBatch.StatedLine(
                    line.id(),
                    line.line(),
                    new Capability.Validity(line.validity().from(), to)));
        }
    }
}
