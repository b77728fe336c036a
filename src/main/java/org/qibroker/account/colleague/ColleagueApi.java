package org.qibroker.account.colleague;

import io.vertx.core.Future;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qibroker.account.Member;
import org.qibroker.account.colleague.Colleagues.Made;
import org.qibroker.account.colleague.Colleagues.Team;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Colleagues over the API. */
final class ColleagueApi {
    private final Colleagues colleagues;

    ColleagueApi(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    void bind(ApiBinder api) {
        api.bind("listColleagues", call -> colleagues.team(call.caller()).map(team -> ApiReply.ok(TeamView.of(team))));
        api.bind("inviteColleague", this::invite);
        api.bind(
                "withdrawInvitation",
                call -> colleagues.withdraw(call.id("id"), call.caller()).map(done -> ApiReply.noContent()));
        api.bind("acceptInvitation", this::accept);
    }

    private Future<ApiReply> invite(ApiCall call) {
        return colleagues
                .invite(call.body(Invite.class).email(), call.caller(), call.locale())
                .map(made -> ApiReply.created("/api/v1/me/colleagues", MadeView.of(made)));
    }

    private Future<ApiReply> accept(ApiCall call) {
        Acceptance acceptance = call.body(Acceptance.class);
        return colleagues
                .accept(acceptance.secret(), acceptance.name(), acceptance.password())
                .map(done -> ApiReply.noContent());
    }

    private record Invite(@NotBlank @Email @Size(max = 254) String email) {}

    private record Acceptance(
            @NotNull @Size(max = 100) String secret,
            @NotNull @Size(max = 100) String name,
            @NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Acceptance[" + name + "]";
        }
    }

    private record MemberView(UUID userId, String email, String name) {
        static MemberView of(Member member) {
            return new MemberView(member.userId(), member.email(), member.name());
        }
    }

    private record InvitationView(UUID id, String email, Instant expiresAt) {
        static InvitationView of(Invitation invitation) {
            return new InvitationView(invitation.id(), invitation.email(), invitation.expiresAt());
        }
    }

    private record TeamView(List<MemberView> members, List<InvitationView> invited) {
        static TeamView of(Team team) {
            return new TeamView(
                    team.members().stream().map(MemberView::of).toList(),
                    team.invited().stream().map(InvitationView::of).toList());
        }
    }

    private record MadeView(UUID id, String email, Instant expiresAt, String link, boolean mailed) {
        static MadeView of(Made made) {
            Invitation invitation = made.invitation();
            return new MadeView(
                    invitation.id(), invitation.email(), invitation.expiresAt(), made.link(), made.mailed());
        }

        @Override
        public String toString() {
            return "MadeView[" + id + "]";
        }
    }
}
