package org.qibroker.account;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Glossary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What organisations are called in English, beside the words of another glossary. Records keep the name that an
 * organisation had; a page in English finds its English name here. Read at the start, and kept up by the log.
 */
final class OrganisationNames implements Glossary {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationNames.class);
    private static final int MOST = 100_000;

    private final Platform platform;
    private final Glossary words;
    private final Map<String, String> english = new ConcurrentHashMap<>();

    OrganisationNames(Platform platform, Glossary words) {
        this.platform = platform;
        this.words = words;
        platform.feed().subscribe("organisation", heard -> read(heard.stream()));
        read(null);
    }

    private void read(@Nullable UUID only) {
        platform.database()
                .read(client -> OrganisationRepository.english(client, only, MOST))
                .onSuccess(english::putAll)
                .onFailure(failure -> LOG.warn("English names of organisations could not be read", failure));
    }

    @Override
    public @Nullable String english(Kind kind, String word) {
        return kind == Kind.ORGANISATION ? english.get(word) : words.english(kind, word);
    }
}
