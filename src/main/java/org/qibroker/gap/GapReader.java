package org.qibroker.gap;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibroker.account.Organisations;
import org.qibroker.gap.Gaps.Remarks;
import org.qibroker.gap.invitation.Invitation;
import org.qibroker.gap.invitation.Invitations;
import org.qibroker.gap.offer.Offers;
import org.qibroker.gap.offer.Proposal;
import org.qibroker.gap.wish.Wish;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Role;

/** Puts together what is known of one gap, as far as the caller may see it. */
final class GapReader {
    private static final int MOST_OTHERS = 20;
    private static final int LOOKED_AT = 60;

    private final Gaps gaps;
    private final Closing closing;
    private final Offers offers;
    private final Invitations invitations;
    private final Organisations organisations;

    GapReader(Gaps gaps, Closing closing, Offers offers, Invitations invitations, Organisations organisations) {
        this.gaps = gaps;
        this.closing = closing;
        this.offers = offers;
        this.invitations = invitations;
        this.organisations = organisations;
    }

    /** A gap with what coordinators said of it and what there is for it; fails NOT_FOUND. */
    Future<GapDetail> detail(UUID id, Caller caller) {
        return gaps.get(id, caller).compose(view -> Future.all(gaps.remarks(view, caller), supply(view, caller))
                .map(all -> new GapDetail(view, all.<Remarks>resultAt(0), all.<Supply>resultAt(1))));
    }

    private Future<Supply> supply(GapView view, Caller caller) {
        boolean proposed = caller.has(Role.COORDINATOR) && view.gap().state() == GapState.OPEN;
        Future<List<Proposal>> proposals =
                proposed ? offers.proposals(view.wishes()) : Future.succeededFuture(List.of());
        return Future.all(offers.best(view.need().asked()), proposals, closing.last(view.gap()))
                .map(all -> new Supply(all.resultAt(0), all.resultAt(1), all.resultAt(2)));
    }

    /** The page of a gap. */
    Future<GapPage> page(UUID id, Caller caller) {
        return detail(id, caller).compose(detail -> Future.all(
                        invitations.of(detail.view().gap(), caller), others(detail.view(), caller))
                .compose(all -> page(detail, all.resultAt(0), all.resultAt(1))));
    }

    private Future<GapPage> page(GapDetail detail, List<Invitation> invited, List<GapView> others) {
        Set<UUID> named = Stream.of(
                        detail.view().wishes().stream().map(Wish::enterpriseId),
                        invited.stream().map(Invitation::providerId),
                        detail.supply().closure().stream().map(Closure::providerId))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        return organisations.byIds(named).map(found -> new GapPage(detail, found, others, invited));
    }

    /** Gaps of the same state and family, those of the same subject first, that it could be one with. */
    private Future<List<GapView>> others(GapView view, Caller caller) {
        if (!caller.has(Role.COORDINATOR)) {
            return Future.succeededFuture(List.of());
        }
        Gap gap = view.gap();
        GapFilter alike = new GapFilter(null, gap.family(), gap.state(), null, null, null);
        return gaps.list(alike, new PageRequest(LOOKED_AT, null), caller).map(page -> page.items().stream()
                .filter(other -> !other.gap().id().equals(gap.id()))
                .sorted((a, b) -> Boolean.compare(sameSubject(b, gap), sameSubject(a, gap)))
                .limit(MOST_OTHERS)
                .toList());
    }

    private static boolean sameSubject(GapView other, Gap gap) {
        return other.gap().subject().equals(gap.subject());
    }
}
