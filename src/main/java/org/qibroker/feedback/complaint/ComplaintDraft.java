package org.qibroker.feedback.complaint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A complaint as an enterprise makes it. */
public record ComplaintDraft(@NotNull ComplaintSubject subject, @NotBlank @Size(max = 4000) String text) {}
