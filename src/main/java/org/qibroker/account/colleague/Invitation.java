package org.qibroker.account.colleague;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is asked to act for an organisation.
 *
 * @param email where the invitation goes, and what the colleague will sign in with
 * @param expiresAt until when it can be taken up
 */
public record Invitation(UUID id, UUID organisationId, String email, Instant expiresAt) {}
