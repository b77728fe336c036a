package org.qibroker.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.qibroker.matching.answer.GapType;

/**
 * What a coordinator writes of a project.
 *
 * @param type which kind of gap it closes
 * @param participants nobody yet, if absent
 */
public record ProjectDraft(
        @NotBlank @Size(max = 200) String name,
        @NotNull GapType type,
        @NotNull ProjectCategory category,
        @Size(max = 50) List<@NotNull @Valid Participant> participants) {
    /** Nobody yet takes part where nobody is named. */
    public ProjectDraft {
        participants = Objects.requireNonNullElse(participants, List.of());
    }
}
