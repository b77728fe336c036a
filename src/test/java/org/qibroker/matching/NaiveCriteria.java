package org.qibroker.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Verdict;

/** METHOD, MARK and the day of finish of one line, as plainly as possible; for {@link NaiveOracle}. */
final class NaiveCriteria {
    private static final Map<UUID, LocalDate> FREE =
            Map.of(Scopes.id("早"), Scopes.DAY.plusDays(1), Scopes.id("晚"), Scopes.DAY.plusDays(9));

    private final ItemSpec item;

    NaiveCriteria(ItemSpec item) {
        this.item = item;
    }

    static Verdict worse(Verdict a, Verdict b) {
        List<Verdict> order =
                List.of(Verdict.NOT_COVERED, Verdict.PARTLY, Verdict.UNDECIDABLE, Verdict.COVERED, Verdict.NOT_ASKED);
        return order.get(Math.min(order.indexOf(a), order.indexOf(b)));
    }

    /** The first day on which it can begin; {@code null} if none is known. */
    LocalDate start(Capability line) {
        UUID resource = line.terms().resourceId();
        if (resource == null) {
            return Scopes.DAY;
        }
        return FREE.get(resource);
    }

    boolean finishKnown(Capability line) {
        return line.terms().turnaroundDays() != null && start(line) != null;
    }

    /** When it is finished, for all that is known: of what does not say, the first day. */
    LocalDate finish(Capability line) {
        LocalDate day = start(line) == null ? Scopes.DAY : start(line);
        int left = line.terms().turnaroundDays() == null || start(line) == null
                ? 0
                : line.terms().turnaroundDays();
        while (left > 0) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= weekend ? 0 : 1;
        }
        return day;
    }

    Verdict deadline(Set<Capability> lines, LocalDate needed) {
        boolean late = false;
        boolean known = true;
        for (Capability line : lines) {
            boolean full = Scopes.id("满").equals(line.terms().resourceId());
            late |= full ? !needed.isAfter(Scopes.LAST_DAY) : finish(line).isAfter(needed);
            known &= finishKnown(line);
        }
        return late ? Verdict.NOT_COVERED : known ? Verdict.COVERED : Verdict.UNDECIDABLE;
    }

    Verdict budget(Set<Capability> lines, long most) {
        boolean dear = lines.stream()
                .anyMatch(line -> line.terms().price().fen() != null
                        && line.terms().price().fen() > most);
        boolean fixed = lines.stream().allMatch(line -> line.terms().price().kind() == Price.Kind.FIXED);
        return dear ? Verdict.NOT_COVERED : fixed ? Verdict.COVERED : Verdict.UNDECIDABLE;
    }

    /** Temperatures from 19 up to what is asked. */
    Verdict conditions(Capability line) {
        if (item.conditions() == null) {
            return Verdict.NOT_ASKED;
        }
        String text =
                line.conditions().isEmpty() ? "" : line.conditions().get(0).text();
        double to = item.conditions().get(0).range().max();
        return switch (text) {
            case "18 ℃~22 ℃" -> to <= 22 ? Verdict.COVERED : Verdict.PARTLY;
            case "20 ℃~25 ℃" -> Verdict.PARTLY;
            default -> Verdict.UNDECIDABLE;
        };
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
        Verdict all = Verdict.COVERED;
        for (String mark : item.marks()) {
            Set<Verdict> each = new TreeSet<>();
            provider.accreditations().stream()
                    .filter(a -> a.scheme().equals(mark)
                            && a.status() == Accreditation.Status.ACTIVE
                            && !Scopes.DAY.isBefore(a.from())
                            && !finish.isAfter(a.to()))
                    .forEach(a -> each.add(worth(a.confirmation().state())));
            all = worse(all, line.marks().contains(mark) && !each.isEmpty() ? best(each) : Verdict.NOT_COVERED);
        }
        return all;
    }

    private static Verdict worth(Confirmation.State state) {
        return switch (state) {
            case CONFIRMED -> Verdict.COVERED;
            case STATED -> Verdict.UNDECIDABLE;
            case REJECTED -> Verdict.NOT_COVERED;
        };
    }
}
