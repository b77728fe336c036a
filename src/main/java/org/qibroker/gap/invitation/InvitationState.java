package org.qibroker.gap.invitation;

/** Where an invitation stands. */
public enum InvitationState {
    /** Not answered yet. */
    INVITED,
    /** The provider is going to be able to do it. */
    ACCEPTED,
    /** The provider is not. */
    DECLINED
}
