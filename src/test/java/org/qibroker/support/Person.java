package org.qibroker.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has an account in a test.
 *
 * @param organisationId whom they act for, absent for experts and operators
 * @param token an access token
 */
public record Person(UUID userId, @Nullable UUID organisationId, String email, String token) {
    /** The password of everybody in tests. */
    public static final String PASSWORD = "password-of-tests";

    /** The organisation; the test is wrong if there is none. */
    public UUID organisation() {
        if (organisationId == null) {
            throw new IllegalStateException(email + " acts for no organisation");
        }
        return organisationId;
    }
}
