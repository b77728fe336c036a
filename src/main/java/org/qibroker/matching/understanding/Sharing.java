package org.qibroker.matching.understanding;

import java.util.List;
import java.util.function.Predicate;
import org.qibroker.matching.understanding.rules.Fact;
import org.qibroker.matching.understanding.rules.Found;
import org.qibroker.shared.Family;

/** Gives what is said of several items at once: kind of service, marks, on site. */
final class Sharing {
    private Sharing() {}

    /** What is said among the items of one part of the sentence. */
    static void within(List<Found> shared, List<Draft> drafts) {
        List<Found> services = shared.stream().filter(Sharing::service).toList();
        List<Found> others = shared.stream().filter(found -> !service(found)).toList();
        services(services, drafts);
        int first = drafts.get(0).at();
        int last = drafts.get(drafts.size() - 1).at();
        boolean around = others.stream().allMatch(found -> found.from() > last)
                || others.stream().allMatch(found -> found.from() < first);
        for (Found found : others) {
            if (around) {
                put(found.fact(), drafts);
            } else {
                put(found.fact(), List.of(nearest(found, drafts)));
            }
        }
    }

    /** What is said without naming an item holds for all that say nothing else. */
    static void loose(List<Found> shared, List<Draft> drafts) {
        for (Found found : shared) {
            List<Draft> silent = drafts.stream()
                    .filter(draft -> !draft.has(found.fact().getClass()))
                    .toList();
            put(found.fact(), silent);
        }
    }

    private static boolean service(Found found) {
        return found.fact() instanceof Fact.Kind || found.fact() instanceof Fact.Hint;
    }

    /** A verb first holds for what follows, as far as the next; one behind holds for what came since the last. */
    private static void services(List<Found> services, List<Draft> drafts) {
        boolean before =
                !services.isEmpty() && services.get(0).from() < drafts.get(0).at();
        for (int i = 0; i < services.size(); i++) {
            int from = before
                    ? services.get(i).from()
                    : i == 0 ? -1 : services.get(i - 1).from();
            int next = i + 1 == services.size()
                    ? Integer.MAX_VALUE
                    : services.get(i + 1).from();
            int to = before ? next : services.get(i).from();
            put(services.get(i).fact(), within(drafts, draft -> draft.at() > from && draft.at() < to));
        }
    }

    private static List<Draft> within(List<Draft> drafts, Predicate<Draft> place) {
        return drafts.stream().filter(place).toList();
    }

    private static Draft nearest(Found found, List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.at() < found.from())
                .reduce((earlier, later) -> later)
                .orElse(drafts.get(0));
    }

    private static void put(Fact fact, List<Draft> drafts) {
        List<Draft> suited = drafts.stream().filter(draft -> suits(fact, draft)).toList();
        (suited.isEmpty() ? drafts : suited)
                .stream().filter(draft -> draft.accepts(fact)).forEach(draft -> draft.put(fact));
    }

    /** Nobody calibrates reinforcing bars: a kind of service goes to what it can be rendered on. */
    private static boolean suits(Fact fact, Draft draft) {
        Family subject = draft.subject().family();
        Family needed = fact instanceof Fact.Kind kind ? Families.family(kind.kind()) : null;
        boolean bound = needed == Family.METROLOGY || needed == Family.STANDARDS;
        return !bound || subject == null || subject == needed;
    }
}
