package org.qibroker.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done about a complaint. */
public enum ComplaintAction {
    /** The provider says that it has it (7.9.3). */
    @JsonProperty("acknowledge")
    ACKNOWLEDGE,
    /** The provider answers, and says what it thinks of it. */
    @JsonProperty("answer")
    ANSWER,
    /** The enterprise agrees with the answer. */
    @JsonProperty("accept")
    ACCEPT,
    /** The enterprise asks a coordinator to decide. */
    @JsonProperty("escalate")
    ESCALATE,
    /** The coordinator decides. */
    @JsonProperty("decide")
    DECIDE,
    /** The enterprise takes it back. */
    @JsonProperty("withdraw")
    WITHDRAW
}
