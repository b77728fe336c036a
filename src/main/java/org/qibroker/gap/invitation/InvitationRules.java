package org.qibroker.gap.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.Organisation;
import org.qibroker.gap.invitation.Invitation.Answered;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Who may be asked to close a gap, and what can be answered. Pure. */
final class InvitationRules {
    private InvitationRules() {}

    /**
     * Checks whom a coordinator wants to ask.
     *
     * @param known organisations of the ids
     * @param asked providers asked before
     * @throws Refusal BAD_INPUT for a day that is past, or one who offers no services or was asked before
     */
    static void check(Invite invite, Map<UUID, Organisation> known, Collection<UUID> asked, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        if (invite.answerBy().isBefore(today)) {
            faults.add(FieldFault.of("/answerBy", "future-or-present"));
        }
        Set<UUID> once = new HashSet<>(asked);
        for (int i = 0; i < invite.providerIds().size(); i++) {
            UUID provider = invite.providerIds().get(i);
            Organisation organisation = known.get(provider);
            if (organisation == null || !organisation.roles().contains(Role.PROVIDER)) {
                faults.add(FieldFault.of("/providerIds/" + i, "gap-provider-unknown", provider));
            } else if (!once.add(provider)) {
                faults.add(FieldFault.of("/providerIds/" + i, "gap-invited-already", organisation.nameZh()));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
    }

    /** Who answers, and when. */
    record Moment(String by, Instant now, LocalDate today) {}

    /**
     * An invitation after an answer; one that was answered may be answered otherwise.
     *
     * @throws Refusal STALE if it was seen otherwise, BAD_INPUT for a yes without a day to come, or a no with one
     */
    static Invitation answered(Invitation invitation, long version, Reply reply, Moment moment) {
        if (invitation.version() != version) {
            throw Refusal.stale();
        }
        LocalDate on = reply.ableOn();
        if (reply.able() && on == null) {
            throw Refusal.badInput("/ableOn", "gap-able-when");
        }
        if (!reply.able() && on != null) {
            throw Refusal.badInput("/ableOn", "gap-able-never");
        }
        if (on != null && on.isBefore(moment.today())) {
            throw Refusal.badInput("/ableOn", "future-or-present");
        }
        return invitation.answered(
                reply.able() ? InvitationState.ACCEPTED : InvitationState.DECLINED,
                new Answered(on, reply.text(), moment.by(), moment.now()));
    }
}
