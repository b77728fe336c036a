package org.qibroker.notify;

import java.util.UUID;

/**
 * Somebody who can be told something.
 *
 * @param address of mail
 * @param name to be greeted by
 */
public record Reader(UUID userId, UUID organisationId, String address, String name) {}
