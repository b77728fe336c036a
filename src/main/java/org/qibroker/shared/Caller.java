package org.qibroker.shared;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something to be done.
 *
 * @param userId the user, absent for {@link #ANONYMOUS} and {@link #SYSTEM}
 * @param organisationId the organisation the user acts for, absent for a user without one
 * @param roles what the caller may act as
 * @param name the name to show
 * @param district the only district whose records the caller sees as a coordinator, by its code; absent for a coordinator
 *     of the city, and for whoever is none
 */
public record Caller(
        @Nullable UUID userId, @Nullable UUID organisationId, Set<Role> roles, String name, @Nullable String district) {
    /** Somebody who has not signed in. */
    public static final Caller ANONYMOUS = new Caller(null, null, Set.of(Role.PUBLIC), "");

    /** The broker itself: its clock, its command line. */
    public static final Caller SYSTEM = new Caller(null, null, Set.of(Role.PUBLIC, Role.ADMIN), "system");

    /** Copies the roles; only a coordinator is bounded to a district. */
    public Caller {
        roles = Set.copyOf(roles);
        district = roles.contains(Role.COORDINATOR) ? district : null;
    }

    /** Somebody whose sight is bounded to no district. */
    public Caller(@Nullable UUID userId, @Nullable UUID organisationId, Set<Role> roles, String name) {
        this(userId, organisationId, roles, name, null);
    }

    /** Whether the caller may act as the role; everybody is {@link Role#PUBLIC}. */
    public boolean has(Role role) {
        return role == Role.PUBLIC || roles.contains(role);
    }

    /**
     * Whether the caller sees, as a coordinator, what belongs to a district; what belongs to none is the city's alone.
     */
    public boolean coordinates(@Nullable String other) {
        return has(Role.COORDINATOR) && (district == null || district.equals(other));
    }

    /** Whether the caller has signed in. */
    public boolean signedIn() {
        return userId != null;
    }

    /** Whether the caller acts for this organisation. */
    public boolean belongsTo(UUID organisation) {
        return organisation.equals(organisationId);
    }

    /**
     * The organisation the caller acts for.
     *
     * @throws Refusal FORBIDDEN if there is none
     */
    public UUID organisation() {
        if (organisationId == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "no-organisation");
        }
        return organisationId;
    }

    /**
     * The user who asks.
     *
     * @throws Refusal UNAUTHENTICATED if nobody has signed in
     */
    public UUID user() {
        if (userId == null) {
            throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "sign-in-needed");
        }
        return userId;
    }
}
