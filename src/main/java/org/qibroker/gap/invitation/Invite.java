package org.qibroker.gap.invitation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which providers to ask to close a gap, until when, and with what words. */
public record Invite(
        @NotEmpty @Size(max = 20) List<@NotNull UUID> providerIds,
        @NotNull LocalDate answerBy,
        @Nullable @Size(min = 1, max = 1000) String note) {}
