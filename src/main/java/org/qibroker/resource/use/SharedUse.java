package org.qibroker.resource.use;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of the idle hours that a provider opens to others is used, over some months.
 *
 * @param resources how many resources it opens
 * @param months each month with what is offered and used in it
 */
record SharedUse(UUID provider, int resources, List<Hours> months) {
    /** Copies the list. */
    SharedUse {
        months = List.copyOf(months);
    }

    /** Hours of a month. */
    record Hours(YearMonth month, Duration offered, Duration used) {
        Hours plus(Hours other) {
            return new Hours(month, offered.plus(other.offered), used.plus(other.used));
        }

        /** Used by offered, 0…1; 0 where nothing is offered. */
        double share() {
            return Utilisation.share(offered, used);
        }
    }

    /** Offered over all months. */
    Duration offered() {
        return months.stream().map(Hours::offered).reduce(Duration.ZERO, Duration::plus);
    }

    /** Used over all months. */
    Duration used() {
        return months.stream().map(Hours::used).reduce(Duration.ZERO, Duration::plus);
    }

    /** Used by offered over all months, 0…1. */
    double share() {
        return Utilisation.share(offered(), used());
    }

    /** Each provider's part; where most hours are left comes first. */
    static List<SharedUse> of(List<Utilisation> all) {
        Map<UUID, List<Utilisation>> byProvider = all.stream()
                .collect(Collectors.groupingBy(
                        use -> use.resource().providerId(), LinkedHashMap::new, Collectors.toList()));
        return byProvider.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing((SharedUse use) -> use.offered().minus(use.used()))
                        .reversed()
                        .thenComparing(SharedUse::provider))
                .toList();
    }

    private static SharedUse of(UUID provider, List<Utilisation> all) {
        long resources = all.stream().map(use -> use.resource().id()).distinct().count();
        return new SharedUse(provider, Math.toIntExact(resources), months(all));
    }

    private static List<Hours> months(List<Utilisation> all) {
        return summed(all.stream().map(use -> new Hours(use.month(), use.offered(), use.used())));
    }

    /** The sums of each month over providers, in order. */
    static List<Hours> sums(List<SharedUse> uses) {
        return summed(uses.stream().flatMap(use -> use.months().stream()));
    }

    private static List<Hours> summed(Stream<Hours> all) {
        Map<YearMonth, Hours> months = new TreeMap<>();
        all.forEach(hours -> months.merge(hours.month(), hours, Hours::plus));
        return List.copyOf(months.values());
    }
}
