package org.qibroker.matching.understanding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.Understander;
import org.qibroker.demand.Wishes;
import org.qibroker.matching.understanding.rules.DayRule;
import org.qibroker.matching.understanding.rules.Fact;
import org.qibroker.matching.understanding.rules.Found;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.shared.Money;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.TextKey;

/**
 * Reads plain sentences, Chinese or English: {@code 10把0~150mm千分尺和一台1000kN万能试验机校准，要CNAS，12月20日前，松江}. Never fails,
 * never guesses a number; what it cannot read it gives back. The time is linear in the text.
 */
public final class Understanding implements Understander {
    /** The longest text that is read. */
    public static final int LONGEST = 2000;

    private final Thesaurus thesaurus;
    private final WorkCalendar calendar;
    private final Supplier<ScopeView> scopes;
    private final Clock clock;
    private final Scan scan;
    private volatile @Nullable Known known;

    /** Reads by these units and words; days count from the clock's, by the calendar. */
    public Understanding(
            UnitRegistry units, Thesaurus thesaurus, WorkCalendar calendar, Supplier<ScopeView> scopes, Clock clock) {
        this.thesaurus = thesaurus;
        this.calendar = calendar;
        this.scopes = scopes;
        this.clock = clock;
        this.scan = new Scan(units, thesaurus);
    }

    private record Known(ScopeView scopes, Offered offered) {}

    @Override
    public Understood understand(String text) {
        Reading reading = read(text);
        Money budget = reading.budget();
        Wishes wishes = new Wishes(
                reading.district(),
                reading.neededBy(),
                budget == null ? null : budget.amount(),
                reading.programmes(),
                reading.scenarios(),
                null);
        return new Understood(reading.items(), wishes, reading.notUnderstood(), reading.corrections());
    }

    /** Everything that the text says. */
    public Reading read(String text) {
        if (text.length() > LONGEST) {
            return Reading.nothing(text);
        }
        Sentence sentence = Sentence.of(text);
        Offered offered = offered();
        DayRule days = new DayRule(RegionTime.day(clock.instant()), calendar);
        List<Found> all = new Refinement(sentence.text(), thesaurus, offered).of(scan.read(sentence.text(), days));
        Assembly assembly = new Assembly(sentence.text(), all);
        Families families = new Families(offered);
        List<ItemSpec> items = assembly.drafts().stream()
                .map(draft -> draft.item(families.of(draft)))
                .toList();
        List<Found> left = new ArrayList<>(assembly.left());
        List<Found> ofAll = once(assembly.ofAll(), left);
        return new Reading(
                items,
                first(ofAll, Fact.Place.class).map(Fact.Place::district).orElse(null),
                first(ofAll, Fact.Day.class).map(Fact.Day::day).orElse(null),
                first(ofAll, Fact.Budget.class)
                        .map(budget -> Money.fen(budget.fen()))
                        .orElse(null),
                several(facts(ofAll, Fact.Programme.class).map(Fact.Programme::name)),
                several(facts(ofAll, Fact.Scenario.class).map(Fact.Scenario::name)),
                left(sentence, left),
                corrections(sentence, assembly.drafts(), all));
    }

    private Offered offered() {
        ScopeView view = scopes.get();
        Known kept = known;
        if (kept == null || kept.scopes != view) {
            kept = new Known(view, new Offered(thesaurus, view));
            known = kept;
        }
        return kept.offered;
    }

    /** Of what can be said but once, the first; the others are left. */
    private static List<Found> once(List<Found> ofAll, List<Found> left) {
        List<Found> kept = new ArrayList<>();
        for (Found found : ofAll) {
            boolean single = found.fact() instanceof Fact.Place
                    || found.fact() instanceof Fact.Day
                    || found.fact() instanceof Fact.Budget;
            boolean again = single
                    && kept.stream()
                            .anyMatch(k -> k.fact().getClass() == found.fact().getClass()
                                    && !k.fact().equals(found.fact()));
            (again ? left : kept).add(found);
        }
        return kept;
    }

    private static <F extends Fact> Stream<F> facts(List<Found> all, Class<F> type) {
        return all.stream().map(Found::fact).filter(type::isInstance).map(type::cast);
    }

    private static <F extends Fact> Optional<F> first(List<Found> all, Class<F> type) {
        return facts(all, type).findFirst();
    }

    private static @Nullable List<String> several(Stream<String> names) {
        List<String> all = names.distinct().toList();
        return all.isEmpty() ? null : all;
    }

    private static List<Left> left(Sentence sentence, List<Found> left) {
        return left.stream()
                .sorted(Comparator.comparingInt(Found::from))
                .map(found -> new Left(
                        sentence.written(found.from(), found.to()),
                        sentence.origin(found.from()),
                        sentence.end(found.to())))
                .toList();
    }

    /** Subjects that are written otherwise than they are understood. */
    private static List<Correction> corrections(Sentence sentence, List<Draft> drafts, List<Found> all) {
        List<Correction> corrections = new ArrayList<>();
        for (Found found : all) {
            boolean used = found.fact() instanceof Fact.Subject
                    && drafts.stream().anyMatch(draft -> draft.subject() == found.fact());
            String written = sentence.written(found.from(), found.to());
            if (used
                    && found.fact() instanceof Fact.Subject subject
                    && !TextKey.of(written).equals(TextKey.of(subject.word()))) {
                corrections.add(new Correction(
                        written, subject.word(), sentence.origin(found.from()), sentence.end(found.to())));
            }
        }
        return corrections;
    }
}
