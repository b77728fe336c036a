package org.qibroker.gap.wish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which wishes are one gap. Wishes that overlap are, and so is whatever hangs together by overlapping – but for what a
 * coordinator decided: wishes of one part are one gap, wishes of different parts never are, and a wish of none that hangs
 * together with several parts goes to the one it is nearest to. A gap has the id of its first wish. The answer depends on
 * the wishes alone, in whatever order they came. Pure.
 */
public final class Clusters {
    /** Ids that are made in the order of time sort as they are written. */
    static final Comparator<UUID> FIRST = Comparator.comparingLong(
                    (UUID id) -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
            .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE);

    private Clusters() {}

    /**
     * A wish.
     *
     * @param part as a coordinator set it; absent if none has
     * @param beside the wish it stays with as long as it has no part
     */
    public record Member(UUID id, Wanted wanted, @Nullable UUID part, @Nullable UUID beside) {
        private boolean follows() {
            return beside != null && part == null;
        }
    }

    /** Wishes that want the same, seen as one. */
    private record Kind(Wanted wanted, @Nullable UUID part) {}

    /** The gap of each wish. */
    public static Map<UUID, UUID> of(Collection<Member> members) {
        Map<Kind, List<UUID>> kinds = members.stream()
                .filter(member -> !member.follows())
                .sorted(Comparator.comparing(Member::id, FIRST))
                .collect(Collectors.groupingBy(
                        member -> new Kind(member.wanted(), member.part()),
                        LinkedHashMap::new,
                        Collectors.mapping(Member::id, Collectors.toList())));
        Map<UUID, UUID> gaps = new HashMap<>();
        for (List<Kind> group : groups(List.copyOf(kinds.keySet()))) {
            List<UUID> ids = group.stream()
                    .flatMap(kind -> kinds.getOrDefault(kind, List.of()).stream())
                    .sorted(FIRST)
                    .toList();
            ids.forEach(id -> gaps.put(id, ids.get(0)));
        }
        for (Member member : members) {
            if (member.follows() && gaps.containsKey(member.beside())) {
                gaps.put(member.id(), gaps.get(member.beside()));
            }
        }
        return gaps;
    }

    private static List<List<Kind>> groups(List<Kind> kinds) {
        List<List<Kind>> groups = new ArrayList<>();
        for (List<Kind> together : Links.of(kinds, Clusters::linked)) {
            groups.addAll(byPart(together));
        }
        return groups;
    }

    private static boolean linked(Kind a, Kind b) {
        return (a.part() != null && a.part().equals(b.part())) || a.wanted().overlaps(b.wanted());
    }

    private static Collection<List<Kind>> byPart(List<Kind> together) {
        List<Kind> parted =
                together.stream().filter(kind -> kind.part() != null).toList();
        if (parted.stream().map(Kind::part).distinct().count() < 2) {
            return List.of(together);
        }
        return together.stream()
                .collect(Collectors.groupingBy(kind -> part(kind, parted)))
                .values();
    }

    private static UUID part(Kind kind, List<Kind> parted) {
        UUID own = kind.part();
        return own != null
                ? own
                : parted.stream()
                        .min(Comparator.comparingDouble(
                                        (Kind one) -> one.wanted().distance(kind.wanted()))
                                .thenComparing(Clusters::partOf, FIRST))
                        .map(Clusters::partOf)
                        .orElseThrow();
    }

    private static UUID partOf(Kind parted) {
        return Objects.requireNonNull(parted.part());
    }
}
