package org.qibroker.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain of custody.
 *
 * @param state who had the samples from then on
 * @param actorName who said so
 * @param codes the samples
 * @param photoId a photo taken at that moment
 */
public record CustodyEvent(
        SampleState state,
        Instant at,
        String actorName,
        List<SampleCode> codes,
        @Nullable Condition condition,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String note,
        @Nullable UUID photoId) {}
