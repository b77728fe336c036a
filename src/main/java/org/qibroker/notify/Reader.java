package org.qibroker.notify;

import java.util.UUID;
import org.qibroker.shared.Language;

/**
 * Somebody who can be told something.
 *
 * @param address of mail
 * @param name to be greeted by
 * @param language in which to be told
 */
public record Reader(UUID userId, UUID organisationId, String address, String name, Language language) {}
