package org.qibroker.resource.use;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.account.Organisation;

/** What the page of shared equipment in the region shows. */
public final class RegionPage {
    private final YearMonth from;
    private final YearMonth to;
    private final List<SharedUse> uses;
    private final Map<UUID, Organisation> names;

    RegionPage(Utilisations.Months months, List<SharedUse> uses, Map<UUID, Organisation> names) {
        this.from = months.from();
        this.to = months.to();
        this.uses = uses;
        this.names = names;
    }

    /** Hours, and how much of them is used. */
    public record Figure(long offered, long used, int percent) {
        static Figure of(Duration offered, Duration used) {
            long percent = Math.round(100 * Utilisation.share(offered, used));
            return new Figure(offered.toHours(), used.toHours(), Math.toIntExact(percent));
        }

        /** The share in per cent, as people read it. */
        public String share() {
            return percent == 0 && used > 0 ? "< 1" : String.valueOf(percent);
        }

        /** Hours nobody has booked. */
        public long left() {
            return Math.max(0, offered - used);
        }
    }

    /** A provider. */
    public record Row(Organisation provider, int resources, Figure figure) {}

    /** A month. */
    public record Month(String name, Figure figure) {}

    /** The first month, as a form has it. */
    public String from() {
        return from.toString();
    }

    /** The last month. */
    public String to() {
        return to.toString();
    }

    /** The providers that open equipment; where most hours are left comes first. */
    public List<Row> rows() {
        return uses.stream().flatMap(use -> row(use).stream()).toList();
    }

    private Optional<Row> row(SharedUse use) {
        return Optional.ofNullable(names.get(use.provider()))
                .map(name -> new Row(name, use.resources(), Figure.of(use.offered(), use.used())));
    }

    /** The region, month by month. */
    public List<Month> months() {
        return SharedUse.sums(uses).stream()
                .map(hours -> new Month(hours.month().toString(), Figure.of(hours.offered(), hours.used())))
                .toList();
    }

    /** The region over all months. */
    public Figure total() {
        return Figure.of(
                uses.stream().map(SharedUse::offered).reduce(Duration.ZERO, Duration::plus),
                uses.stream().map(SharedUse::used).reduce(Duration.ZERO, Duration::plus));
    }

    /** How many resources are open to others. */
    public int resources() {
        return uses.stream().mapToInt(SharedUse::resources).sum();
    }
}
