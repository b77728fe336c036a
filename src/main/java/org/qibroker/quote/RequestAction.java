package org.qibroker.quote;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done about a request, beside answering it. */
public enum RequestAction {
    /** The provider makes no offer, and says why. */
    @JsonProperty("decline")
    DECLINE,
    /** The provider takes its offer back. */
    @JsonProperty("withdrawQuote")
    WITHDRAW_QUOTE,
    /** The enterprise asks no more, and says why. */
    @JsonProperty("withdraw")
    WITHDRAW,
    /** The enterprise gives more time, also to one that was too late or was not chosen. */
    @JsonProperty("extend")
    EXTEND
}
