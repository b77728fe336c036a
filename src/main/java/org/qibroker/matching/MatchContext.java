package org.qibroker.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.rank.TrackRecords;
import org.qibroker.matching.understanding.Understanding;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.offer.FreeDays;
import org.qibroker.standards.Equivalences;

/**
 * What a match depends on besides request and scopes.
 *
 * @param day the day of the work
 * @param reference tables that hold for every match
 * @param records how well providers kept what they promised
 * @param capacity when the resources that lines need have places free
 * @param seed decides between equals: the demand's id, or what else stays the same for one request
 */
public record MatchContext(LocalDate day, Reference reference, TrackRecords records, FreeDays capacity, String seed) {
    /** The reference data that an operator may edit. */
    public record Reference(UnitRegistry units, Equivalences equivalences, Thesaurus thesaurus, WorkCalendar calendar) {

        /** Who reads sentences by these words and units; days count from the clock's. */
        public Understanding understanding(Supplier<ScopeView> scopes, Clock clock) {
            return new Understanding(units, thesaurus, calendar, scopes, clock);
        }
    }
}
