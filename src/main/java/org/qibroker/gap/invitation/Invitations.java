package org.qibroker.gap.invitation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.gap.Gap;
import org.qibroker.gap.GapChanges;
import org.qibroker.gap.GapChanges.Done;
import org.qibroker.gap.GapChanges.Seen;
import org.qibroker.gap.GapState;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;

/** Asking providers to close gaps; each sees and answers its own invitations, coordinators those of the gaps they see. */
public final class Invitations {

    private final Platform platform;
    private final GapChanges changes;
    private final Organisations organisations;

    /** Invitations to the gaps that are changed so, of these organisations. */
    public Invitations(Platform platform, GapChanges changes, Organisations organisations) {
        this.platform = platform;
        this.changes = changes;
        this.organisations = organisations;
    }

    /** A gap, and all who were asked to close it. */
    public record Invited(Gap gap, List<Invitation> invitations) {}

    /**
     * Asks all of the providers, or none. Fails NOT_FOUND, CONFLICT if the gap is not open or none of the region's,
     * BAD_INPUT for a day that is past, or one who offers no services or was asked before.
     */
    public Future<Invited> invite(UUID gap, Invite invite, Caller caller) {
        return organisations
                .byIds(invite.providerIds())
                .compose(known -> changes.change(
                        gap, null, caller, (tx, seen) -> invite(tx, seen, new Plan(invite, known), caller)))
                .compose(found -> platform.database()
                        .transaction(tx -> InvitationRepository.ofGap(tx, found.id()))
                        .map(all -> new Invited(found, all)));
    }

    private record Plan(Invite invite, Map<UUID, Organisation> known) {}

    private Future<@Nullable Done> invite(SqlConnection tx, Seen seen, Plan plan, Caller caller) {
        if (seen.gap().state() != GapState.OPEN || seen.gap().type() == null) {
            throw Refusal.conflict("gap-not-open");
        }
        return InvitationRepository.ofGap(tx, seen.gap().id())
                .compose(before -> {
                    List<UUID> asked =
                            before.stream().map(Invitation::providerId).toList();
                    InvitationRules.check(plan.invite(), plan.known(), asked, today());
                    return InvitationRepository.insert(
                            tx, invitations(seen.gap(), plan.invite(), caller), Pseudonym.of(caller));
                })
                .map(done -> invited(plan.invite()));
    }

    private List<Invitation> invitations(Gap gap, Invite invite, Caller caller) {
        return invite.providerIds().stream()
                .map(provider -> invitation(gap, provider, invite, caller))
                .toList();
    }

    private Invitation invitation(Gap gap, UUID provider, Invite invite, Caller caller) {
        return new Invitation(
                changes.newId(),
                gap.id(),
                provider,
                caller.organisation(),
                caller.name(),
                invite.note(),
                invite.answerBy(),
                changes.now(),
                InvitationState.INVITED,
                null,
                1);
    }

    private static Done invited(Invite invite) {
        Map<String, Object> data = new HashMap<>();
        data.put("providerIds", invite.providerIds());
        data.put("answerBy", invite.answerBy());
        data.put("note", invite.note());
        return new Done("gap-provider-invited", data, Set.copyOf(invite.providerIds()));
    }

    /**
     * Answers the caller's invitation seen at a version, also otherwise than before. Fails NOT_FOUND or STALE, CONFLICT if
     * the gap is not open any more, BAD_INPUT for a yes without a day to come, or a no with one.
     */
    public Future<Invitation> answer(UUID id, long version, Reply reply, Caller caller) {
        return own(id, caller).compose(found -> {
            InvitationRules.Moment moment = new InvitationRules.Moment(caller.name(), changes.now(), today());
            Invitation answered = InvitationRules.answered(found, version, reply, moment);
            return changes.change(
                            found.gapId(), null, caller, (tx, seen) -> answer(tx, seen, answered, Pseudonym.of(caller)))
                    .map(answered);
        });
    }

    private static Future<@Nullable Done> answer(SqlConnection tx, Seen seen, Invitation answered, String by) {
        if (seen.gap().state() != GapState.OPEN) {
            throw Refusal.conflict("gap-not-open");
        }
        return InvitationRepository.answer(tx, answered, Objects.requireNonNull(answered.answer()), by)
                .map(written -> {
                    if (!written) {
                        throw Refusal.stale();
                    }
                    return told(answered);
                });
    }

    private static Done told(Invitation answered) {
        Map<String, Object> data = new HashMap<>();
        data.put("invitation", answered.id());
        data.put("providerId", answered.providerId());
        data.put("state", answered.state());
        data.put("ableOn", Objects.requireNonNull(answered.answer()).ableOn());
        return new Done("gap-invitation-answered", data, Set.of(answered.coordinatorId()));
    }

    private Future<Invitation> own(UUID id, Caller caller) {
        return platform.database()
                .read(client -> InvitationRepository.find(client, id))
                .map(found -> found.filter(one -> caller.belongsTo(one.providerId()))
                        .orElseThrow(() -> Refusal.notFound("invitation")));
    }

    /** The caller's invitations, the newest first. */
    public Future<Page<Invitation>> own(PageRequest page, Caller caller) {
        return platform.database()
                .read(client -> InvitationRepository.ofProvider(
                        client, caller.organisation(), TimeCursor.of(page), page.limit() + 1))
                .map(rows -> TimeCursor.page(rows, page, one -> new TimeCursor(one.invitedAt(), one.id())));
    }

    /** Those of a gap that the caller has seen, the first first: for a coordinator all, for others their own. */
    public Future<List<Invitation>> of(Gap gap, Caller caller) {
        return platform.database()
                .read(client -> InvitationRepository.ofGap(client, gap.id()))
                .map(all -> all.stream()
                        .filter(one -> caller.has(Role.COORDINATOR) || caller.belongsTo(one.providerId()))
                        .toList());
    }

    private LocalDate today() {
        return RegionTime.day(changes.now());
    }
}
