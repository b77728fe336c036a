package org.qibroker.matching;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qibroker.catalog.ScopeView;
import org.qibroker.shared.Family;

/** The words that sentences are read by: those of the thesaurus, and the subjects of all scopes. */
final class Vocabulary {
    private final Thesaurus thesaurus;
    private final ScopeView scopes;
    private final Set<String> subjects;

    Vocabulary(Thesaurus thesaurus, ScopeView scopes) {
        this.thesaurus = thesaurus;
        this.scopes = scopes;
        this.subjects = new HashSet<>(thesaurus.subjectKeys());
        for (Family family : Family.values()) {
            subjects.addAll(scopes.subjectKeys(family));
        }
    }

    Set<String> subjectKeys() {
        return subjects;
    }

    Set<String> parameterKeys() {
        return thesaurus.parameterKeys();
    }

    boolean knowsParameter(String key) {
        return thesaurus.parameterKeys().contains(key);
    }

    /** The family that serves the subject, if some scope names it. */
    Optional<Family> family(String subject) {
        Map<String, Thesaurus.Relation> covering = thesaurus.subject(subject);
        for (Family family : Family.values()) {
            if (scopes.subjectKeys(family).stream().anyMatch(covering::containsKey)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}
