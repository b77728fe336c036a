package org.qibroker.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.gap.GapView;
import org.qibroker.matching.answer.GapType;

/**
 * The page on which a project is written.
 *
 * @param id of one that is there; absent of a new one
 * @param gap that it is to close; absent if there is nothing to see of it any more
 * @param candidates who may take part: those who do, who wish, and who were asked
 */
public record ProjectForm(
        @Nullable UUID id,
        long version,
        UUID gapId,
        Optional<GapView> gap,
        String name,
        GapType type,
        ProjectCategory category,
        List<Participant> participants,
        List<Organisation> candidates) {

    static ProjectForm of(Project project, @Nullable GapView gap, List<Organisation> candidates) {
        return new ProjectForm(
                project.id(),
                project.version(),
                project.gapId(),
                Optional.ofNullable(gap),
                project.name(),
                project.type(),
                project.category(),
                project.participants(),
                candidates);
    }

    /** One for a gap, to be named. */
    static ProjectForm of(GapView gap, List<Organisation> candidates) {
        GapType type = gap.gap().type();
        return new ProjectForm(
                null,
                1,
                gap.gap().id(),
                Optional.of(gap),
                gap.gap().subject(),
                type == null ? GapType.CAPABILITY : type,
                ProjectCategory.PRODUCT,
                List.of(),
                candidates);
    }

    /** In what part an organisation takes part. */
    public Optional<Part> part(Organisation organisation) {
        return participants.stream()
                .filter(one -> one.organisationId().equals(organisation.id()))
                .map(Participant::part)
                .findFirst();
    }
}
