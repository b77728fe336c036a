package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;

/** One provider's part of a view, keyed for finding. Immutable once made. */
final class ProviderScope {
    private final Provider provider;
    private final List<Capability> lines;
    private final Map<UUID, Capability> byId = new HashMap<>();
    private final Map<Family, Map<String, List<Capability>>> bySubject = new EnumMap<>(Family.class);
    private final Map<String, List<Capability>> byMethod = new HashMap<>();

    private ProviderScope(Provider provider, List<Capability> lines) {
        this.provider = provider;
        this.lines = List.copyOf(lines);
    }

    static ProviderScope of(Provider provider, List<Capability> lines) {
        ProviderScope scope = new ProviderScope(provider, lines);
        scope.lines.forEach(scope::enter);
        return scope;
    }

    private void enter(Capability line) {
        byId.put(line.id(), line);
        Map<String, List<Capability>> subjects =
                bySubject.computeIfAbsent(line.service().family(), f -> new HashMap<>());
        keysOf(line).forEach(key -> subjects.computeIfAbsent(key, k -> new ArrayList<>())
                .add(line));
        for (Method method : line.methods()) {
            Designation designation = method.designation();
            if (designation != null) {
                byMethod.computeIfAbsent(designation.undated(), d -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    private static Set<String> keysOf(Capability line) {
        Set<String> keys = new HashSet<>();
        keys.add(TextKey.of(line.service().subject()));
        String english = line.service().subjectEn();
        if (english != null) {
            keys.add(TextKey.of(english));
        }
        keys.remove("");
        return keys;
    }

    Provider provider() {
        return provider;
    }

    List<Capability> lines() {
        return lines;
    }

    Optional<Capability> line(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Set<String> subjectKeys(Family family) {
        return bySubject.getOrDefault(family, Map.of()).keySet();
    }

    boolean namesMethod(String undated, LocalDate day) {
        return byMethod.getOrDefault(undated, List.of()).stream().anyMatch(line -> line.validOn(day));
    }

    /** Lines with one of the keys, each once. */
    Stream<Capability> lines(Family family, Set<String> keys) {
        Map<String, List<Capability>> subjects = bySubject.getOrDefault(family, Map.of());
        Set<UUID> seen = new HashSet<>();
        return keys.stream()
                .flatMap(k -> subjects.getOrDefault(k, List.of()).stream())
                .filter(line -> seen.add(line.id()));
    }
}
