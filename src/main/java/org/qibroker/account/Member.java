package org.qibroker.account;

import java.util.UUID;
import org.qibroker.shared.Language;

/**
 * Somebody who acts for an organisation.
 *
 * @param language in which to write to; Chinese for one who has not said
 */
public record Member(UUID userId, UUID organisationId, String email, String name, Language language) {}
