package org.qibroker.demand;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an enterprise can do to end a demand. */
enum DemandAction {
    /** Gives it up, before any booking. */
    @JsonProperty("cancel")
    CANCEL,
    /** Ends it with what is left open. */
    @JsonProperty("close")
    CLOSE
}
