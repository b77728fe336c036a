package org.qibroker.catalog;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of words beyond what scopes say. */
public interface Terminology {
    /** No word is known. */
    Terminology NONE = new Terminology() {
        @Override
        public Collection<String> synonyms(String phrase) {
            return List.of();
        }

        @Override
        public @Nullable String english(String subject) {
            return null;
        }
    };

    /** Every recorded word for the same as a phrase, in either language; none where the phrase is not recorded. */
    Collection<String> synonyms(String phrase);

    /** What a subject is called in English, absent where that is not recorded. */
    @Nullable
    String english(String subject);
}
