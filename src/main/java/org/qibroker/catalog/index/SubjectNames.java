package org.qibroker.catalog.index;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** Subjects by the keys of their names in either language. Only grows; one thread adds, any reads. */
final class SubjectNames {
    private static final int[] NONE = new int[0];

    private final Map<Family, Map<String, int[]>> byKey = new EnumMap<>(Family.class);

    SubjectNames() {
        for (Family family : Family.values()) {
            byKey.put(family, new ConcurrentHashMap<>());
        }
    }

    void add(Subject subject, int number) {
        keys(subject).forEach(key -> of(subject.family()).merge(key, new int[] {number}, SubjectNames::joined));
    }

    private static int[] joined(int[] known, int[] more) {
        return IntStream.concat(Arrays.stream(known), Arrays.stream(more)).toArray();
    }

    private static Set<String> keys(Subject subject) {
        Set<String> keys = new HashSet<>(Set.of(TextKey.of(subject.zh())));
        Stream.ofNullable(subject.en()).map(TextKey::of).forEach(keys::add);
        keys.remove("");
        return keys;
    }

    private Map<String, int[]> of(Family family) {
        return byKey.getOrDefault(family, Map.of());
    }

    /** Numbers of the subjects of a family that have one of the keys, each once, ascending. */
    int[] find(Family family, Set<String> keys) {
        Map<String, int[]> known = of(family);
        return keys.stream()
                .flatMapToInt(key -> Arrays.stream(known.getOrDefault(key, NONE)))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The keys of the family's subjects that still have lines. */
    Set<String> keys(Family family, SubjectLines[] bySubject) {
        Set<String> keys = new HashSet<>();
        of(family).forEach((key, numbers) -> {
            if (Arrays.stream(numbers).anyMatch(n -> n < bySubject.length && bySubject[n].size() > 0)) {
                keys.add(key);
            }
        });
        return Set.copyOf(keys);
    }
}
