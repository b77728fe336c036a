package org.qibroker.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody can do about a booking. */
public enum BookingAction {
    /** The provider takes it. */
    @JsonProperty("accept")
    ACCEPT,
    /** The provider does not take it. */
    @JsonProperty("decline")
    DECLINE,
    /** Either calls it off before the work begins. */
    @JsonProperty("cancel")
    CANCEL,
    /** Either proposes another slot. */
    @JsonProperty("reschedule")
    RESCHEDULE,
    /** The other agrees with what is proposed. */
    @JsonProperty("agree")
    AGREE,
    /** The other does not agree with what is proposed. */
    @JsonProperty("refuse")
    REFUSE,
    /** The provider has got the sample. */
    @JsonProperty("receive")
    RECEIVE,
    /** The provider begins on site. */
    @JsonProperty("start")
    START,
    /** The provider waits for somebody. */
    @JsonProperty("pause")
    PAUSE,
    /** The work goes on. */
    @JsonProperty("resume")
    RESUME,
    /** The provider submits a draft of the report. */
    @JsonProperty("draft")
    DRAFT,
    /** The enterprise wants particulars in the draft changed. */
    @JsonProperty("requestChange")
    REQUEST_CHANGE,
    /** The enterprise approves the draft. */
    @JsonProperty("approve")
    APPROVE,
    /** The provider takes the draft back. */
    @JsonProperty("withdrawDraft")
    WITHDRAW_DRAFT,
    /** The provider issues the report. */
    @JsonProperty("issue")
    ISSUE,
    /** The enterprise accepts the report. */
    @JsonProperty("acceptReport")
    ACCEPT_REPORT,
    /** The enterprise objects to the report. */
    @JsonProperty("dispute")
    DISPUTE,
    /** The coordinator settles a dispute. */
    @JsonProperty("resolve")
    RESOLVE,
    /** The provider issues the report anew (ISO/IEC 17025, 7.8.8). */
    @JsonProperty("reissue")
    REISSUE,
    /** The provider withdraws the report. */
    @JsonProperty("withdrawReport")
    WITHDRAW_REPORT,
    /** Either proposes, or the coordinator decides, to end the work without a report. */
    @JsonProperty("terminate")
    TERMINATE
}
