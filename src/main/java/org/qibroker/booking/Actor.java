package org.qibroker.booking;

/** In what part somebody acts on a booking. */
public enum Actor {
    /** Who asked for the service. */
    ENTERPRISE,
    /** Who renders it. */
    PROVIDER,
    /** Who decides where the two do not agree. */
    COORDINATOR,
    /** Time itself. */
    CLOCK;

    /** The other one of the two parties. */
    public Actor other() {
        return switch (this) {
            case ENTERPRISE -> PROVIDER;
            case PROVIDER -> ENTERPRISE;
            default -> throw new IllegalStateException(this + " is no party");
        };
    }
}
