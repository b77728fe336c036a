package org.qibroker.catalog.index;

import java.util.UUID;

/** Whose line it is and where the work is done. */
public record Place(UUID providerId, UUID siteId) {}
