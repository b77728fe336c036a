package org.qibroker.booking.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Booking.Line;
import org.qibroker.booking.Booking.Warning;
import org.qibroker.booking.flag.FlagRules;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeView;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.Resource;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;

/** What is ordered, held against the scope once more on the day of the work. Pure. */
public final class OrderRules {
    /** What a price is for where it does not grow with the pieces. */
    private static final Set<String> NOT_BY_PIECE =
            Set.of("批", "次", "项", "项目", "天", "人天", "batch", "job", "day", "project");

    private OrderRules() {}

    /**
     * The lines asked for.
     *
     * @throws Refusal BAD_INPUT if one is unknown or they are not all of one site; CONFLICT if they are the asker's own
     */
    public static List<Capability> lines(List<UUID> ids, ScopeView scopes, UUID enterprise) {
        List<Capability> lines = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Optional<Capability> line = scopes.line(ids.get(i));
            String pointer = "/capabilityIds/" + i;
            if (line.isEmpty()) {
                faults.add(FieldFault.of(pointer, "unknown-capability"));
            } else if (!lines.isEmpty()
                    && !line.get().siteId().equals(lines.get(0).siteId())) {
                faults.add(FieldFault.of(pointer, "other-site"));
            } else if (!lines.contains(line.get())) {
                lines.add(line.get());
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        if (lines.get(0).providerId().equals(enterprise)) {
            throw Refusal.conflict("own-service");
        }
        return lines;
    }

    /**
     * Checks that what has to be reserved is.
     *
     * @throws Refusal BAD_INPUT if a line needs a slot and none is chosen, or one of something else
     */
    static void checkResource(List<Capability> lines, @Nullable Resource chosen) {
        Set<UUID> needed = lines.stream()
                .map(line -> line.terms().resourceId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (chosen == null) {
            if (!needed.isEmpty()) {
                throw Refusal.badInput("/resourceId", "slot-needed");
            }
            return;
        }
        boolean fits = needed.isEmpty() ? chosen.siteId().equals(lines.get(0).siteId()) : needed.contains(chosen.id());
        if (!fits) {
            throw Refusal.badInput("/resourceId", "other-resource");
        }
    }

    /** A line as it is kept in the order. */
    public static Line kept(Capability line) {
        return new Line(
                line.id(),
                line.service().family(),
                line.service().subject(),
                line.service().parameter(),
                line.methods().stream().map(method -> method.text()).toList(),
                line.measured().rangeText(),
                line.measured().uncertaintyText(),
                line.marks().stream().sorted().toList());
    }

    /**
     * Price and time. Lines of the same subject and parameter answer one question together, so that the dearest counts;
     * different ones add up. A price for a batch or a day does not grow with the pieces.
     */
    public static Booking.Terms terms(List<Capability> lines, int pieces) {
        Integer days = lines.stream()
                .map(line -> line.terms().turnaroundDays())
                .filter(Objects::nonNull)
                .max(Integer::compareTo)
                .orElse(null);
        Set<Price.Kind> kinds =
                lines.stream().map(line -> line.terms().price().kind()).collect(Collectors.toSet());
        if (kinds.contains(Price.Kind.ON_REQUEST)) {
            return new Booking.Terms(Price.Kind.ON_REQUEST, null, days);
        }
        long fen = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.service().subject() + '\n' + line.service().parameter()))
                .values()
                .stream()
                .mapToLong(group -> dearest(group, pieces))
                .sum();
        Price.Kind kind = kinds.contains(Price.Kind.FROM) ? Price.Kind.FROM : Price.Kind.FIXED;
        return new Booking.Terms(kind, Money.fen(fen), days);
    }

    private static long dearest(Collection<Capability> lines, int pieces) {
        return lines.stream()
                .map(line -> line.terms().price())
                .mapToLong(price -> forPieces(price, pieces))
                .max()
                .orElse(0);
    }

    private static long forPieces(Price price, int pieces) {
        long fen = Objects.requireNonNullElse(price.fen(), 0L);
        String per = price.per();
        return per != null && NOT_BY_PIECE.contains(per) ? fen : Math.multiplyExact(fen, (long) pieces);
    }

    /**
     * What does not hold on the day of the work: lines not valid, marks the site does not hold from that day to the day
     * the report is due or that nobody has confirmed yet, limits in words, holidays not known.
     */
    public static List<Warning> warnings(
            List<Capability> lines,
            ScopeView scopes,
            LocalDate day,
            @Nullable Integer turnaround,
            WorkCalendar calendar) {
        LocalDate finish = calendar.plusWorkdays(day, turnaround == null ? 0 : turnaround);
        List<Accreditation> held = scopes.accreditationsOf(lines.get(0).siteId());
        Set<UUID> valid = lines.stream()
                .filter(line -> line.validOn(day))
                .map(Capability::id)
                .collect(Collectors.toSet());
        Stream<Warning> unmet = FlagRules.unmet(
                lines.stream().map(OrderRules::kept).toList(),
                new FlagRules.Scope(valid, held),
                new FlagRules.Work(day, finish));
        Stream<Warning> unconfirmed = lines.stream()
                .flatMap(line -> line.marks().stream())
                .filter(mark -> held.stream().anyMatch(a -> a.allows(mark) && a.claimed(day, finish)))
                .filter(mark -> held.stream().noneMatch(a -> a.allows(mark) && a.holds(day, finish)))
                .map(mark -> new Warning("mark-not-confirmed", mark));
        Stream<Warning> limits = lines.stream()
                .map(Capability::limitation)
                .filter(Objects::nonNull)
                .map(limit -> new Warning("limitation", limit));
        Stream<Warning> holidays = Stream.of(day.getYear(), finish.getYear())
                .filter(year -> !calendar.covers(year))
                .map(year -> new Warning("holidays-unknown", year.toString()));
        return Stream.of(unmet, unconfirmed, limits, holidays)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }
}
