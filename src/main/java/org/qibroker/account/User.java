package org.qibroker.account;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/**
 * A person with an account.
 *
 * @param organisation whom the user acts for
 * @param ownRoles the user's own roles beside the organisation's
 * @param twoFactors whether the user signs in with a second factor
 * @param locked whether an operator keeps the user from signing in
 */
public record User(
        UUID id,
        String email,
        String name,
        Set<Role> ownRoles,
        boolean twoFactors,
        boolean locked,
        @Nullable Organisation organisation) {
    private static final Set<Role> POWERFUL = EnumSet.of(Role.COORDINATOR, Role.ADMIN);

    /** Copies the roles. */
    public User {
        ownRoles = Set.copyOf(ownRoles);
    }

    /** Everything the user may act as. */
    public Set<Role> roles() {
        Set<Role> all = new HashSet<>(ownRoles);
        if (organisation != null) {
            all.addAll(organisation.roles());
        }
        return all;
    }

    /**
     * The user as somebody who asks for something.
     *
     * @param needsTwoFactors whether coordinators and operators act as such only with a second factor
     */
    public Caller caller(boolean needsTwoFactors) {
        Set<Role> acting = roles();
        if (restricted(needsTwoFactors)) {
            acting.removeAll(POWERFUL);
        }
        return organisation == null
                ? new Caller(id, null, acting, name)
                : new Caller(id, organisation.id(), acting, name, organisation.district());
    }

    /** Whether the user does not act as coordinator or operator before setting a second factor up. */
    public boolean restricted(boolean needsTwoFactors) {
        return needsTwoFactors && !twoFactors && roles().stream().anyMatch(POWERFUL::contains);
    }
}
