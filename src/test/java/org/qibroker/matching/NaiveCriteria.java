package org.qibroker.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Provider;
import org.qibroker.demand.ItemSpec;

/** METHOD, MARK and the day of finish of one line, as plainly as possible; for {@link NaiveOracle}. */
final class NaiveCriteria {
    private final ItemSpec item;

    NaiveCriteria(ItemSpec item) {
        this.item = item;
    }

    static Verdict worse(Verdict a, Verdict b) {
        List<Verdict> order =
                List.of(Verdict.NOT_COVERED, Verdict.PARTLY, Verdict.UNDECIDABLE, Verdict.COVERED, Verdict.NOT_ASKED);
        return order.get(Math.min(order.indexOf(a), order.indexOf(b)));
    }

    LocalDate finish(Capability line) {
        LocalDate day = Scopes.DAY;
        int left = line.terms().turnaroundDays() == null ? 0 : line.terms().turnaroundDays();
        while (left > 0) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= weekend ? 0 : 1;
        }
        return day;
    }

    Verdict method(Capability line) {
        if (item.methods() == null) {
            return Verdict.NOT_ASKED;
        }
        Verdict all = Verdict.COVERED;
        for (String asked : item.methods()) {
            Set<Verdict> each = new TreeSet<>();
            line.methods().forEach(method -> each.add(method(asked, method)));
            all = worse(all, best(each));
        }
        return all;
    }

    private static Verdict best(Set<Verdict> each) {
        for (Verdict verdict : List.of(Verdict.COVERED, Verdict.UNDECIDABLE, Verdict.PARTLY)) {
            if (each.contains(verdict)) {
                return verdict;
            }
        }
        return each.isEmpty() ? Verdict.UNDECIDABLE : Verdict.NOT_COVERED;
    }

    private static Verdict method(String asked, Method offered) {
        String[] a = asked.split("-");
        String[] o = offered.text().split("-");
        if (!a[0].equals(o[0])) {
            return Verdict.NOT_COVERED;
        }
        if (a.length == 1 || asked.equals(offered.text())) {
            return Verdict.COVERED;
        }
        return o.length == 1 ? Verdict.UNDECIDABLE : Verdict.PARTLY;
    }

    Verdict mark(Provider provider, Capability line, LocalDate finish) {
        if (item.marks() == null) {
            return Verdict.NOT_ASKED;
        }
        for (String mark : item.marks()) {
            boolean held = provider.accreditations().stream()
                    .anyMatch(a -> a.scheme().equals(mark)
                            && a.status() == Accreditation.Status.ACTIVE
                            && !Scopes.DAY.isBefore(a.from())
                            && !finish.isAfter(a.to()));
            if (!held || !line.marks().contains(mark)) {
                return Verdict.NOT_COVERED;
            }
        }
        return Verdict.COVERED;
    }
}
