package org.qibroker.gap.invitation;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.gap.Gap;
import org.qibroker.gap.GapView;
import org.qibroker.gap.Gaps;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.shared.Page;

/** Invitations over the API. */
final class InvitationApi {
    private final Invitations invitations;
    private final Gaps gaps;
    private final Idempotency idempotency;

    InvitationApi(Invitations invitations, Gaps gaps, Idempotency idempotency) {
        this.invitations = invitations;
        this.gaps = gaps;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("inviteProviders", this::invite);
        api.bind("listGapInvitations", this::ofGap);
        api.bind("listInvitations", this::own);
        api.bind("answerInvitation", this::answer);
    }

    private Future<ApiReply> invite(ApiCall call) {
        UUID gap = call.id("id");
        Invite invite = call.body(Invite.class);
        return idempotency.once(call, () -> invitations
                .invite(gap, invite, call.caller())
                .map(invited -> ApiReply.created(
                        "/api/v1/gaps/" + gap + "/invitations", page(invited.gap(), invited.invitations()))));
    }

    private Future<ApiReply> ofGap(ApiCall call) {
        return gaps.get(call.id("id"), call.caller())
                .compose(view ->
                        invitations.of(view.gap(), call.caller()).map(all -> ApiReply.ok(page(view.gap(), all))));
    }

    private static Page<InvitationJson> page(Gap gap, List<Invitation> all) {
        return new Page<>(all.stream().map(one -> InvitationJson.of(one, gap)).toList(), null, null);
    }

    private Future<ApiReply> own(ApiCall call) {
        return invitations.own(call.page(), call.caller()).compose(page -> gaps.byWishes(gapIds(page), call.caller())
                .map(views -> ApiReply.ok(page.map(one -> json(one, views.get(one.gapId()))))));
    }

    static List<UUID> gapIds(Page<Invitation> page) {
        return page.items().stream().map(Invitation::gapId).toList();
    }

    private static InvitationJson json(Invitation invitation, @Nullable GapView view) {
        return InvitationJson.of(invitation, view == null ? null : view.gap());
    }

    private Future<ApiReply> answer(ApiCall call) {
        long seen = call.ifMatch();
        Reply reply = call.body(Reply.class);
        return invitations.answer(call.id("id"), seen, reply, call.caller()).compose(answered -> gaps.byWishes(
                        List.of(answered.gapId()), call.caller())
                .map(views -> ApiReply.ok(json(answered, views.get(answered.gapId())), answered.version())));
    }

    /** An invitation as the API gives it: the schema {@code GapInvitation} of the contract. */
    record InvitationJson(
            UUID id,
            UUID gapId,
            @Nullable String subject,
            UUID providerId,
            String invitedBy,
            @Nullable String note,
            LocalDate answerBy,
            Instant invitedAt,
            InvitationState state,
            @Nullable LocalDate ableOn,
            @Nullable String text,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            long version) {
        static InvitationJson of(Invitation one, @Nullable Gap gap) {
            Invitation.Answered answer = one.answer();
            return new InvitationJson(
                    one.id(),
                    gap == null ? one.gapId() : gap.id(),
                    gap == null ? null : gap.subject(),
                    one.providerId(),
                    one.invitedBy(),
                    one.note(),
                    one.answerBy(),
                    one.invitedAt(),
                    one.state(),
                    answer == null ? null : answer.ableOn(),
                    answer == null ? null : answer.text(),
                    answer == null ? null : answer.by(),
                    answer == null ? null : answer.at(),
                    one.version());
        }
    }
}
