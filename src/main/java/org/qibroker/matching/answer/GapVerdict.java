package org.qibroker.matching.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * That an item is unmet, and why.
 *
 * @param type absent if the item is unmet only for its deadline, budget, mark or place of work
 * @param reason why, in kebab-case; its text is {@code matching.gap.<reason>}
 */
public record GapVerdict(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable GapType type, String reason) {}
