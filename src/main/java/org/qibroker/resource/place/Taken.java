package org.qibroker.resource.place;

import java.util.UUID;
import org.qibroker.resource.Slot;

/**
 * Places that were taken.
 *
 * @param id of the allocation; where several were taken together, of the first
 * @param slot from the beginning of the first to the end of the last
 */
public record Taken(UUID id, Slot slot) {}
