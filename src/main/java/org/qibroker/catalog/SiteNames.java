package org.qibroker.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Glossary;

/** What sites are called in English, as their providers say now, beside the words that scopes are searched by. */
final class SiteNames implements Glossary {
    private final ScopeIndex scopes;

    SiteNames(ScopeIndex scopes) {
        this.scopes = scopes;
    }

    @Override
    public @Nullable String english(Kind kind, String word) {
        return kind == Kind.SITE
                ? scopes.view()
                        .findSite(UUID.fromString(word))
                        .map(Site::nameEn)
                        .orElse(null)
                : scopes.terms().english(kind, word);
    }
}
