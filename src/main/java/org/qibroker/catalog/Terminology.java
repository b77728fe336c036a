package org.qibroker.catalog;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Glossary;

/** What is known of words beyond what scopes say. */
public interface Terminology extends Glossary {
    /** No word is known. */
    Terminology NONE = new Terminology() {
        @Override
        public Collection<String> synonyms(String phrase) {
            return List.of();
        }

        @Override
        public @Nullable String english(Kind kind, String word) {
            return null;
        }
    };

    /** Every recorded word for the same as a phrase, in either language; none where the phrase is not recorded. */
    Collection<String> synonyms(String phrase);
}
