package org.qibroker.gap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.GapType;

/**
 * A coordinator's correction of a type; the one found stays beside it.
 *
 * @param type absent if it is no gap of the region's after all
 * @param by name of who corrected
 */
public record Correction(@JsonIgnore UUID id, @Nullable GapType type, @Nullable String reason, String by, Instant at) {}
