package org.qibroker.matching;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Supplier;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.index.Subject;
import org.qibroker.matching.words.Suggestions;
import org.qibroker.matching.words.Suggestions.Named;
import org.qibroker.matching.words.Suggestions.Suggestion;

/** Suggests subjects: those of the thesaurus, and those that scopes name at the moment. */
final class SubjectSuggestions {
    private final Vertx vertx;
    private final Suggestions words;
    private final Supplier<ScopeView> scopes;
    private volatile Prepared prepared;

    SubjectSuggestions(Vertx vertx, Suggestions words, Supplier<ScopeView> scopes) {
        this.vertx = vertx;
        this.words = words;
        this.scopes = scopes;
        this.prepared = new Prepared(List.of(), words);
    }

    /** What can be suggested as long as scopes name these subjects. */
    private record Prepared(List<Subject> subjects, Suggestions suggestions) {}

    /** The subjects that may be meant, the likeliest first. */
    Future<List<Suggestion>> of(String typed, int most) {
        return vertx.executeBlocking(() -> current().of(typed, most), false);
    }

    private Suggestions current() {
        List<Subject> subjects = scopes.get().state().servedSubjects();
        Prepared known = prepared;
        if (known.subjects != subjects) {
            known = new Prepared(
                    subjects,
                    words.with(subjects.stream()
                            .map(subject -> new Named(subject.family(), subject.zh(), subject.en()))
                            .toList()));
            prepared = known;
        }
        return known.suggestions;
    }
}
