package org.qibroker.platform.web;

import java.util.Set;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/**
 * Who may open a page.
 *
 * @param signedIn whether only those who have signed in
 * @param roles of whom only those with one of these; anyone if empty
 */
public record Access(boolean signedIn, Set<Role> roles) {
    /** Anyone. */
    public static final Access PUBLIC = new Access(false, Set.of());

    /** Whoever has signed in. */
    public static final Access SIGNED_IN = new Access(true, Set.of());

    /** Whoever has signed in and has one of the roles. */
    public static Access of(Role... roles) {
        return new Access(true, Set.of(roles));
    }

    boolean admits(Caller caller) {
        return roles.isEmpty() || roles.stream().anyMatch(caller::has);
    }
}
