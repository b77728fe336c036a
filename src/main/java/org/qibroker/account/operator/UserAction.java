package org.qibroker.account.operator;

/** What an operator can do with an account. */
public enum UserAction {
    /** Nobody signs in with it any more; needs a reason. */
    LOCK("user-locked"),
    /** Its owner signs in again. */
    UNLOCK("user-unlocked"),
    /** Ends all its sessions. */
    END_SESSIONS("user-sessions-ended"),
    /** Takes the second factor from somebody who has lost it. */
    RESET_SECOND_FACTOR("second-factor-removed");

    private final String event;

    UserAction(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }
}
