package org.qibroker.shared;

import org.jspecify.annotations.Nullable;

/** What words that people wrote in Chinese are called in English. */
public interface Glossary {
    /** No word is known. */
    Glossary NONE = (kind, word) -> null;

    /** What a word stands for. */
    enum Kind {
        /** What is served. */
        SUBJECT,
        /** What is measured or assessed on it. */
        PARAMETER,
        /** What a price is for one of. */
        PRICE_UNIT,
        /** An organisation, by its name. */
        ORGANISATION,
        /** A site, by its id: many providers call theirs alike. */
        SITE
    }

    /** The English word, absent where none is recorded. */
    @Nullable
    String english(Kind kind, String word);
}
