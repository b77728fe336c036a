package org.qibroker.account;

import java.util.UUID;

/** Somebody who acts for an organisation. */
public record Member(UUID userId, UUID organisationId, String email, String name) {}
