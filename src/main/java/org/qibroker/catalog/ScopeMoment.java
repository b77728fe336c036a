package org.qibroker.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which scope is meant.
 *
 * @param validOn the day its lines hold on
 * @param knownAt when that was known; absent: as is known now
 */
public record ScopeMoment(LocalDate validOn, @Nullable Instant knownAt) {}
