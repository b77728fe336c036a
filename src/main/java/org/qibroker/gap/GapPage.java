package org.qibroker.gap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.account.Organisation;
import org.qibroker.gap.Gaps.Remarks;
import org.qibroker.gap.invitation.Invitation;
import org.qibroker.gap.offer.BestOffer.BestLine;
import org.qibroker.gap.offer.Proposal;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/**
 * The page of a gap.
 *
 * @param organisations those that the page names
 * @param others gaps that it could be one with, for a coordinator
 * @param invitations for a coordinator all, for a provider its own
 */
public record GapPage(
        GapDetail detail, Map<UUID, Organisation> organisations, List<GapView> others, List<Invitation> invitations) {
    /** The gap. */
    public Gap gap() {
        return view().gap();
    }

    /** The gap as the reader sees it. */
    public GapView view() {
        return detail.view();
    }

    /** What coordinators said of it. */
    public Remarks remarks() {
        return detail.remarks();
    }

    /** What there is for it. */
    public Supply supply() {
        return detail.supply();
    }

    /** Whether the reader may say "me too". */
    public boolean mayJoin(Caller caller) {
        return caller.has(Role.ENTERPRISE) && open() && view().meToo() != GapView.MeToo.REQUESTED;
    }

    /** Whether it is open. */
    public boolean open() {
        return gap().state() == GapState.OPEN;
    }

    /** Whether it is closed, or might be at once. */
    public boolean ending() {
        return !open() || supply().closable();
    }

    /** The reader's own invitation. */
    public Optional<Invitation> own(Caller caller) {
        return invitations.stream()
                .filter(one -> caller.belongsTo(one.providerId()))
                .findFirst();
    }

    /** Providers that come near and have not been asked yet, by id, with their names. */
    public Map<UUID, String> invitable() {
        Map<UUID, String> near = new LinkedHashMap<>();
        for (Proposal proposal : supply().proposals()) {
            near.put(proposal.providerId(), proposal.providerName());
        }
        for (BestLine line : supply().best().lines()) {
            near.put(line.providerId(), line.providerName());
        }
        invitations.forEach(one -> near.remove(one.providerId()));
        return near;
    }

    /** Colour of a gap's type. */
    public static String tone(Gap gap) {
        if (gap.type() == null) {
            return "grey";
        }
        return switch (gap.type()) {
            case UNCERTAINTY -> "yellow";
            case STANDARD -> "blue";
            case CAPABILITY -> "red";
        };
    }
}
