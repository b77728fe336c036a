package org.qibroker.feedback.complaint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.talk.NewMessage;

/**
 * A complaint as an enterprise makes it.
 *
 * @param fileIds files that show it, kept before and not attached yet
 */
public record ComplaintDraft(
        @NotNull ComplaintSubject subject,
        @NotBlank @Size(max = 4000) String text,
        @Nullable @Size(max = NewMessage.MOST_FILES) List<@NotNull UUID> fileIds) {}
