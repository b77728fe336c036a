package org.qibroker.account.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.factor.SecondFactors;
import org.qibroker.account.signin.Session;
import org.qibroker.shared.Role;

/**
 * What is kept of a person, but for the events.
 *
 * @param pseudonym under which the log knows the person
 * @param elsewhere what other features keep, by name
 */
public record PersonalCopy(
        UUID userId,
        String pseudonym,
        String email,
        String name,
        Set<Role> roles,
        @Nullable UUID organisationId,
        @Nullable String organisationName,
        SecondFactors.Status secondFactor,
        List<Session> sessions,
        Map<String, Object> elsewhere) {}
