package org.qibroker.shared;

/** What a caller may act as; the names of {@code x-roles} in the contract. */
public enum Role {
    /** Anyone, signed in or not. */
    PUBLIC,
    /** A member of an organisation that asks for services. */
    ENTERPRISE,
    /** A member of an organisation that offers services. */
    PROVIDER,
    /** A member of a body that steers the region's services (推进部门). */
    COORDINATOR,
    /** A person who evaluates quality-tackling projects. */
    EXPERT,
    /** The operator of the broker. */
    ADMIN
}
