package org.qibroker.resource;

import java.util.UUID;

/**
 * Places that were taken.
 *
 * @param id of the allocation; where several were taken together, of the first
 * @param slot from the beginning of the first to the end of the last
 */
public record Taken(UUID id, Slot slot) {}
