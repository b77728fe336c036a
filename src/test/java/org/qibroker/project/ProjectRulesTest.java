package org.qibroker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.matching.answer.GapType;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** Who takes part in a project. */
class ProjectRulesTest {
    private static final UUID LAB = new UUID(0, 1);
    private static final UUID MILL = new UUID(0, 2);

    private static ProjectDraft draft(Participant... participants) {
        return new ProjectDraft(
                "大尺寸测量能力攻关", GapType.UNCERTAINTY, ProjectCategory.COMMON_TECHNOLOGY, List.of(participants));
    }

    private static List<String> faults(Participant... participants) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> ProjectRules.check(draft(participants), Set.of(LAB, MILL)));
        return refusal.faults().stream().map(ProjectRulesTest::text).toList();
    }

    private static String text(FieldFault fault) {
        return fault.pointer() + " " + fault.code();
    }

    @Test
    void oneLeadsAndOthersAreMembers() {
        assertThatCode(() -> ProjectRules.check(
                        draft(new Participant(LAB, Part.LEAD), new Participant(MILL, Part.MEMBER)), Set.of(LAB, MILL)))
                .doesNotThrowAnyException();
        assertThatCode(() -> ProjectRules.check(draft(), Set.of())).doesNotThrowAnyException();
    }

    @Test
    void nobodyTakesPartTwiceAndNoTwoLead() {
        assertThat(faults(new Participant(LAB, Part.LEAD), new Participant(MILL, Part.LEAD)))
                .containsExactly("/participants/1/part project-one-lead");
        assertThat(faults(new Participant(LAB, Part.MEMBER), new Participant(LAB, Part.MEMBER)))
                .containsExactly("/participants/1/organisationId project-participant-twice");
    }

    @Test
    void whoThereIsNotDoesNotTakePart() {
        assertThat(faults(new Participant(new UUID(9, 9), Part.MEMBER)))
                .containsExactly("/participants/0/organisationId project-participant-unknown");
    }
}
