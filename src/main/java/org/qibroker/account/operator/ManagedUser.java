package org.qibroker.account.operator;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Role;

/**
 * An account as the operator sees it.
 *
 * @param roles the user's own, beside those of the organisation
 * @param lockedAt since when nobody signs in with it, absent if somebody may
 * @param version counted up by each change
 */
public record ManagedUser(
        UUID id,
        String email,
        String name,
        Set<Role> roles,
        @Nullable Place organisation,
        Instant createdAt,
        @Nullable Instant lockedAt,
        @Nullable String lockedReason,
        boolean secondFactor,
        long version) {
    /**
     * The organisation that somebody acts for.
     *
     * @param district the one it sits in; a coordinator sees to that one, or without one to the whole region
     */
    public record Place(UUID id, String nameZh, @Nullable String nameEn, Set<Role> roles, @Nullable String district) {
        /** The name in the reader's language, the registered one if there is no other. */
        public String name(Locale locale) {
            return nameEn != null && locale.getLanguage().equals("en") ? nameEn : nameZh;
        }
    }

    /** Copies the roles. */
    public ManagedUser {
        roles = Set.copyOf(roles);
    }

    /** Whether nobody signs in with it. */
    public boolean locked() {
        return lockedAt != null;
    }
}
