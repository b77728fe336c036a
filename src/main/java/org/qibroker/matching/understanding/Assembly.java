package org.qibroker.matching.understanding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qibroker.demand.Demand;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.matching.understanding.rules.Fact;
import org.qibroker.matching.understanding.rules.Found;
import org.qibroker.shared.Family;

/** Gives each fact to the items it belongs to. What belongs to none is left. */
final class Assembly {
    private static final int LONGEST_UNKNOWN = 40;
    private static final Set<String> TIMES = Set.of("s", "min", "h", "d");
    private static final Set<Class<? extends Fact>> SHARED =
            Set.of(Fact.Kind.class, Fact.Hint.class, Fact.Mark.class, Fact.OnSite.class);
    private static final Set<Class<? extends Fact>> OF_ALL = Set.of(
            Fact.Place.class,
            Fact.Day.class,
            Fact.Budget.class,
            Fact.Programme.class,
            Fact.Scenario.class,
            Fact.Aside.class);

    private final String text;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Found> ofAll = new ArrayList<>();
    private final List<Found> left = new ArrayList<>();
    private final List<Found> loose = new ArrayList<>();
    private final List<Found> pending = new ArrayList<>();
    private final List<Draft> group = new ArrayList<>();
    /** Parameters that figures of their own follow. */
    private final Set<Found> bound = new HashSet<>();

    private final boolean anySubject;
    private int segment;

    Assembly(String text, List<Found> all) {
        this.text = text;
        this.anySubject = all.stream().anyMatch(found -> found.fact() instanceof Fact.Subject);
        for (List<Found> part : parts(all, true)) {
            segment(part);
        }
        left.addAll(pending);
        if (drafts.isEmpty()) {
            left.addAll(loose);
        }
        Sharing.loose(loose, drafts);
    }

    /** The items, in their order. */
    List<Draft> drafts() {
        return drafts;
    }

    /** What holds for the whole demand. */
    List<Found> ofAll() {
        return ofAll;
    }

    /** What was not understood, in no order. */
    List<Found> left() {
        return left;
    }

    private static List<List<Found>> parts(List<Found> all, boolean hard) {
        List<List<Found>> parts = new ArrayList<>();
        List<Found> part = new ArrayList<>();
        for (Found found : all) {
            if (found.fact() instanceof Fact.Break broken && (broken.hard() || !hard)) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(found);
            }
        }
        parts.add(part);
        return parts;
    }

    private void segment(List<Found> all) {
        segment = drafts.size();
        List<Found> shared = new ArrayList<>();
        for (List<Found> clause : parts(all, false)) {
            List<Found> own = new ArrayList<>();
            for (Found found : clause) {
                Class<? extends Fact> type = found.fact().getClass();
                (SHARED.contains(type) ? shared : OF_ALL.contains(type) ? ofAll : own).add(found);
            }
            boolean served = own.size() < clause.size();
            clause(promoted(own, served));
            if (served) {
                left.addAll(pending);
                pending.clear();
            }
        }
        List<Draft> here = drafts.subList(segment, drafts.size());
        if (here.isEmpty()) {
            loose.addAll(shared);
        } else {
            Sharing.within(shared, here);
        }
    }

    /** A clause whose subject nobody knows takes it as it stands. */
    private List<Found> promoted(List<Found> clause, boolean served) {
        boolean known = clause.stream().anyMatch(found -> found.fact() instanceof Fact.Subject);
        Optional<Found> unknown = clause.stream()
                .filter(found -> found.fact() instanceof Fact.Left)
                .findFirst();
        if (known || unknown.isEmpty() || !subject(unknown.get(), clause, served)) {
            return clause;
        }
        List<Found> with = new ArrayList<>(clause);
        Found found = unknown.get();
        with.set(with.indexOf(found), new Found(new Fact.Subject(word(found), null), found.from(), found.to()));
        return with;
    }

    private boolean subject(Found unknown, List<Found> clause, boolean served) {
        String word = word(unknown);
        boolean worded = word.length() <= LONGEST_UNKNOWN && word.chars().anyMatch(Character::isLetter);
        boolean first = drafts.size() == segment;
        boolean evidence = first && (served || clause.size() > 1);
        boolean only = !anySubject && drafts.isEmpty();
        return worded && (Refinement.INSTRUMENT.matcher(word).find() || evidence || only);
    }

    private String word(Found found) {
        return text.substring(found.from(), found.to());
    }

    private void clause(List<Found> clause) {
        List<Found> facts = new ArrayList<>();
        List<Found> subjects = new ArrayList<>();
        for (Found found : clause) {
            if (found.fact() instanceof Fact.Left) {
                left.add(found);
            } else {
                (found.fact() instanceof Fact.Subject ? subjects : facts).add(found);
            }
        }
        for (int i = 0; i + 1 < facts.size(); i++) {
            if (facts.get(i).fact() instanceof Fact.Parameter
                    && figures(facts.get(i + 1).fact())) {
                bound.add(facts.get(i));
            }
        }
        if (subjects.isEmpty()) {
            facts.forEach(this::toLast);
        } else {
            give(subjects, facts);
        }
    }

    /** A fact without a subject of its own belongs to what was named last. */
    private void toLast(Found found) {
        if (drafts.isEmpty() || (drafts.size() == segment && found.fact() instanceof Fact.Pieces)) {
            pending.add(found);
        } else {
            give(found, group);
        }
    }

    private void give(List<Found> subjects, List<Found> facts) {
        List<Found> all = new ArrayList<>(pending);
        pending.clear();
        all.addAll(facts);
        Set<Class<? extends Fact>> before = leading(subjects.get(0), all);
        for (int i = 0; i < subjects.size(); i++) {
            begin(subjects.get(i));
            int from = i == 0 ? Integer.MIN_VALUE : subjects.get(i).from();
            int to = i + 1 == subjects.size()
                    ? Integer.MAX_VALUE
                    : subjects.get(i + 1).from();
            int ahead = i == 0 ? Integer.MIN_VALUE : subjects.get(i - 1).from();
            int upTo = i + 1 == subjects.size()
                    ? Integer.MAX_VALUE
                    : subjects.get(i).from();
            for (Found found : all) {
                boolean leads = before.contains(found.fact().getClass());
                boolean own = leads
                        ? found.from() > ahead && found.from() <= upTo
                        : found.from() > from && found.from() <= to;
                if (own && !drafts.isEmpty()) {
                    give(found, group);
                }
            }
        }
    }

    /** The types of facts that stand before what they belong to, as the first of each does. */
    private static Set<Class<? extends Fact>> leading(Found first, List<Found> facts) {
        Set<Class<? extends Fact>> seen = new HashSet<>();
        Set<Class<? extends Fact>> leading = new HashSet<>();
        for (Found found : facts) {
            if (seen.add(found.fact().getClass()) && found.from() < first.from()) {
                leading.add(found.fact().getClass());
            }
        }
        return leading;
    }

    private void begin(Found subject) {
        if (drafts.size() < Demand.MOST_ITEMS && subject.fact() instanceof Fact.Subject named) {
            Draft draft = Draft.of(named, subject.from());
            drafts.add(draft);
            group.clear();
            group.add(draft);
        } else {
            left.add(subject);
        }
    }

    private void give(Found found, List<Draft> to) {
        Draft last = to.get(to.size() - 1);
        if (found.fact() instanceof Fact.Pieces pieces && pieces.each()) {
            drafts.subList(Math.min(segment, drafts.size() - 1), drafts.size()).stream()
                    .filter(draft -> draft.accepts(pieces))
                    .forEach(draft -> draft.put(pieces));
        } else if (lasts(found.fact(), last) || again(found.fact(), last)) {
            left.add(found);
        } else if (found.fact() instanceof Fact.Range && last.accepts(found.fact())) {
            last.put(found.fact());
        } else if (last.accepts(found.fact()) && !(bound.contains(found) && last.has(Fact.Range.class))) {
            to.stream().filter(draft -> draft.accepts(found.fact())).forEach(draft -> draft.put(found.fact()));
        } else if (forks(found.fact()) && drafts.size() < Demand.MOST_ITEMS) {
            fork(last, found);
        } else {
            left.add(found);
        }
    }

    /** How long a test lasts is no range of what it measures. */
    private static boolean lasts(Fact fact, Draft draft) {
        return fact instanceof Fact.Range range
                && draft.subject().family() == Family.TESTING
                && TIMES.contains(range.range().unit());
    }

    /** A second range from minus to plus is a tolerance that nobody named. */
    private static boolean again(Fact fact, Draft draft) {
        RangeAsked range = fact instanceof Fact.Range asked ? asked.range() : null;
        Double min = range == null ? null : range.min();
        Double max = range == null ? null : range.max();
        return draft.has(Fact.Range.class) && min != null && max != null && max > 0 && min == -max;
    }

    private static boolean figures(Fact fact) {
        return fact instanceof Fact.Range || fact instanceof Fact.Points;
    }

    private static boolean forks(Fact fact) {
        return fact instanceof Fact.Range || fact instanceof Fact.Parameter;
    }

    /** A second range or parameter is another item of the same subject; bare parameters in a row stay together. */
    private void fork(Draft last, Found found) {
        boolean row = found.fact() instanceof Fact.Parameter && group.stream().allMatch(Draft::bare);
        Draft fork = last.fork(found.from());
        fork.put(found.fact());
        drafts.add(fork);
        if (!row) {
            group.clear();
        }
        group.add(fork);
    }
}
