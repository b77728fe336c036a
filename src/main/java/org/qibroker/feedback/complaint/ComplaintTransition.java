package org.qibroker.feedback.complaint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to happen to a complaint.
 *
 * @param text the answer, the reason or the decision; needed to answer, escalate, decide and withdraw
 * @param outcome what is thought of it, needed to answer and decide; not WITHDRAWN
 */
public record ComplaintTransition(
        @NotNull ComplaintAction action, @Nullable @Size(max = 4000) String text, @Nullable ComplaintOutcome outcome) {}
