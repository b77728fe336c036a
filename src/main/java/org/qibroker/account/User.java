package org.qibroker.account;

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
 */
record User(UUID id, String email, String name, Set<Role> ownRoles, @Nullable Organisation organisation) {
    /** Everything the user may act as. */
    Set<Role> roles() {
        Set<Role> all = new HashSet<>(ownRoles);
        if (organisation != null) {
            all.addAll(organisation.roles());
        }
        return all;
    }

    /** The user as somebody who asks for something. */
    Caller caller() {
        return new Caller(id, organisation == null ? null : organisation.id(), roles(), name);
    }
}
