package org.qibroker.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** What a draft of a project has to keep. Pure. */
final class ProjectRules {
    private ProjectRules() {}

    /**
     * Checks who takes part.
     *
     * @param known the organisations that there are
     * @throws Refusal BAD_INPUT for an organisation that there is not, or that takes part twice, and for a second lead
     */
    static void check(ProjectDraft draft, Set<UUID> known) {
        List<FieldFault> faults = new ArrayList<>();
        Set<UUID> once = new HashSet<>();
        boolean led = false;
        List<Participant> participants = draft.participants();
        for (int i = 0; i < participants.size(); i++) {
            Participant one = participants.get(i);
            if (!known.contains(one.organisationId())) {
                faults.add(FieldFault.of(
                        "/participants/" + i + "/organisationId", "project-participant-unknown", one.organisationId()));
            } else if (!once.add(one.organisationId())) {
                faults.add(FieldFault.of("/participants/" + i + "/organisationId", "project-participant-twice"));
            }
            if (one.part() == Part.LEAD && led) {
                faults.add(FieldFault.of("/participants/" + i + "/part", "project-one-lead"));
            }
            led |= one.part() == Part.LEAD;
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
    }
}
