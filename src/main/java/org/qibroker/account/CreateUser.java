package org.qibroker.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Role;

/**
 * A user added by the operator.
 *
 * @param organisationId whom the user acts for, absent for an operator or expert on their own
 * @param user who it is
 * @param roles the user's own roles: EXPERT, ADMIN or none
 */
public record CreateUser(@Nullable UUID organisationId, NewUser user, Set<Role> roles) {}
