package org.qibroker.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where a provider works.
 *
 * @param district six-digit code, GB/T 2260
 * @param main whether lines of a scope that name no site belong here
 * @param zone IANA time zone of its clocks and opening hours
 */
public record Site(
        UUID id,
        UUID providerId,
        String nameZh,
        @Nullable String nameEn,
        String district,
        String addressZh,
        boolean main,
        String zone,
        long version) {}
