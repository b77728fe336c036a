package org.qibroker.resource;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells where a provider works, so that resources stand only at its own sites. */
@FunctionalInterface
public interface Workplaces {
    /**
     * A site of a provider.
     *
     * @param nameEn its name in English, absent where it has none
     * @param zone the clocks there
     */
    record Workplace(UUID siteId, String name, @Nullable String nameEn, ZoneId zone) {}

    /** The sites of a provider, its main site first; none for an unknown one. */
    List<Workplace> of(UUID providerId);
}
