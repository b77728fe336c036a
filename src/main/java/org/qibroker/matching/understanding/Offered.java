package org.qibroker.matching.understanding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;

/** The subjects that scopes name at one moment. */
final class Offered {
    private final Thesaurus thesaurus;
    private final Map<Family, Set<String>> keys = new EnumMap<>(Family.class);

    Offered(Thesaurus thesaurus, ScopeView scopes) {
        this.thesaurus = thesaurus;
        for (Family family : Family.values()) {
            keys.put(family, scopes.subjectKeys(family));
        }
    }

    /** The first family in which some scope names just this. */
    Optional<Family> family(String subject) {
        String key = TextKey.of(subject);
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether some scope of a family names what covers the subject. */
    boolean covers(Family family, String subject) {
        Set<String> named = keys.getOrDefault(family, Set.of());
        return thesaurus.subjects().coverings(subject).keySet().stream().anyMatch(named::contains);
    }
}
