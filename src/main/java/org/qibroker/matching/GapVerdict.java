package org.qibroker.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * That an item is unmet, and why.
 *
 * @param type absent if the item is unmet only for its deadline, budget, mark or place of work
 * @param code why, in kebab-case; its text is {@code matching.gap.<code>}
 * @param reason the same in words
 */
public record GapVerdict(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable GapType type, String code, String reason) {}
