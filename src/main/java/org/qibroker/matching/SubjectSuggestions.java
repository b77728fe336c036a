package org.qibroker.matching;

import java.util.List;
import java.util.function.Supplier;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.index.Subject;
import org.qibroker.matching.words.Suggestions;
import org.qibroker.matching.words.Suggestions.Named;
import org.qibroker.matching.words.Suggestions.Suggestion;
import org.qibroker.matching.words.Thesaurus;

/**
 * Suggests subjects: those of the thesaurus, and those that scopes name at the moment. One does for all verticles of a
 * node; safe to use from any thread.
 */
public final class SubjectSuggestions {
    private final Suggestions words;
    private final Supplier<ScopeView> scopes;
    private volatile Prepared prepared;

    /** Suggests words of a thesaurus and subjects of these scopes. */
    public SubjectSuggestions(Thesaurus thesaurus, Supplier<ScopeView> scopes) {
        this.words = thesaurus.suggestions();
        this.scopes = scopes;
        this.prepared = new Prepared(List.of(), words);
    }

    /** What can be suggested as long as scopes name these subjects. */
    private record Prepared(List<Subject> subjects, Suggestions suggestions) {}

    /** The subjects that may be meant, the likeliest first. Blocks while it learns what scopes name. */
    List<Suggestion> of(String typed, int most) {
        List<Subject> subjects = scopes.get().state().servedSubjects();
        Prepared known = prepared;
        return (known.subjects == subjects ? known : prepared(subjects)).suggestions.of(typed, most);
    }

    /** Prepared once, however many ask at the same time. */
    private synchronized Prepared prepared(List<Subject> subjects) {
        if (prepared.subjects != subjects) {
            List<Named> named = subjects.stream()
                    .map(subject -> new Named(subject.family(), subject.zh(), subject.en()))
                    .toList();
            prepared = new Prepared(subjects, words.with(named));
        }
        return prepared;
    }
}
