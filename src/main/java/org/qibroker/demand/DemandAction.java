package org.qibroker.demand;

/** What an enterprise can do to end a demand; the names of the contract. */
@SuppressWarnings("checkstyle:ConstantName")
enum DemandAction {
    /** Gives it up, before any booking. */
    cancel,
    /** Ends it with what is left open. */
    close
}
