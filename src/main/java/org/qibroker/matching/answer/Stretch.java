package org.qibroker.matching.answer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is asked, and the line that serves it.
 *
 * @param range the part, or a point
 * @param capabilityId absent if no line of the site serves it
 * @param uncertainty what the line can do there at best, as it is shown
 */
public record Stretch(String range, @Nullable UUID capabilityId, @Nullable String uncertainty) {}
