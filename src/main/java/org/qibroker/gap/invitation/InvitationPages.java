package org.qibroker.gap.invitation;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.gap.Gap;
import org.qibroker.gap.GapPages;
import org.qibroker.gap.GapView;
import org.qibroker.gap.Gaps;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** What is sent from the page of a gap, and a provider's list of what it was asked. */
final class InvitationPages {
    private final Invitations invitations;
    private final Gaps gaps;
    private final GapPages pages;
    private final Organisations organisations;

    InvitationPages(Invitations invitations, Gaps gaps, GapPages pages, Organisations organisations) {
        this.invitations = invitations;
        this.gaps = gaps;
        this.pages = pages;
        this.organisations = organisations;
    }

    void mount(PageRouter router) {
        router.get("/gap-invitations", Access.of(Role.PROVIDER), this::own);
        router.post("/gaps/:id/invitations", Access.of(Role.COORDINATOR), this::invite);
        router.post("/gaps/:id/invitations/:invitation/answer", Access.of(Role.PROVIDER), this::answer);
    }

    private Future<View> own(PageCall call) {
        return invitations.own(call.page(), call.caller()).compose(page -> gaps.byWishes(
                        InvitationApi.gapIds(page), call.caller())
                .map(views -> View.page("gap/invitations.jte", params(page, views))));
    }

    private static Map<String, Object> params(Page<Invitation> page, Map<UUID, GapView> views) {
        return Map.of("invitations", page.items(), "gaps", views, "next", Optional.ofNullable(page.nextCursor()));
    }

    private Future<View> invite(PageCall call) {
        return pages.done(
                call,
                () -> chosen(call.form())
                        .compose(providers ->
                                invitations.invite(call.id("id"), invite(call.form(), providers), call.caller()))
                        .map(Invitations.Invited::gap),
                "invited");
    }

    private static Invite invite(Form form, List<UUID> providers) {
        LocalDate answerBy =
                form.inputs().date("answerBy").orElseThrow(() -> Refusal.badInput("/answerBy", "not-null"));
        return Validation.valid(
                new Invite(providers, answerBy, form.optional("note").orElse(null)));
    }

    /** The providers ticked, and one more by its unified social credit code. */
    private Future<List<UUID>> chosen(Form form) {
        List<UUID> ticked = new ArrayList<>();
        for (String id : form.all("provider")) {
            ticked.add(id(id));
        }
        Optional<String> uscc = form.optional("uscc");
        if (uscc.isEmpty()) {
            return Future.succeededFuture(ticked);
        }
        return organisations.byUscc(uscc.orElseThrow()).map(found -> {
            ticked.add(found.map(Organisation::id)
                    .orElseThrow(() -> Refusal.badInput("/uscc", "gap-provider-unknown", uscc.orElseThrow())));
            return ticked;
        });
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/providerIds", "id", text).initCause(e);
        }
    }

    private Future<View> answer(PageCall call) {
        return pages.done(call, () -> answered(call), "answered");
    }

    private Future<Gap> answered(PageCall call) {
        Form form = call.form();
        boolean able = form.inputs().flag("able").orElseThrow(() -> Refusal.badInput("/able", "not-null"));
        Reply reply = Validation.valid(new Reply(
                able,
                able ? form.inputs().date("ableOn").orElse(null) : null,
                form.optional("text").orElse(null)));
        long version = form.inputs().integer("version").orElseThrow(Refusal::stale);
        return invitations
                .answer(call.id("invitation"), version, reply, call.caller())
                .compose(done -> gaps.get(done.gapId(), call.caller()))
                .map(view -> view.gap());
    }
}
