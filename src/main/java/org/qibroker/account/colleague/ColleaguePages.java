package org.qibroker.account.colleague;

import io.vertx.core.Future;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.qibroker.account.colleague.Colleagues.Made;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** Colleagues, and how an invitation is taken up, as pages. */
final class ColleaguePages {
    private static final Access MEMBERS = Access.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);
    private static final String HOME = "/account/colleagues";
    private static final String PAGE = "account/colleagues.jte";
    private static final String ACCEPT = "account/invitation.jte";

    private final Colleagues colleagues;

    ColleaguePages(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, MEMBERS, call -> params(call, Optional.empty(), "").map(params -> View.page(PAGE, params)));
        pages.post(HOME, MEMBERS, this::invite);
        pages.post(HOME + "/invitations/:id/end", MEMBERS, this::withdraw);
        pages.get("/invitations/:secret", Access.PUBLIC, this::invitation);
        pages.post("/invitations/:secret", Access.PUBLIC, this::accept);
    }

    private Future<Map<String, Object>> params(PageCall call, Optional<Made> made, String email) {
        return colleagues.team(call.caller()).map(team -> Map.of("team", team, "made", made, "email", email));
    }

    private record Invite(@NotBlank @Email @Size(max = 254) String email) {}

    private Future<View> invite(PageCall call) {
        String email = call.form().text("email");
        return Future.succeededFuture()
                .map(now -> Validation.valid(new Invite(email)))
                .compose(valid -> colleagues.invite(email, call.caller(), call.locale()))
                .compose(made -> params(call, Optional.of(made), ""))
                .map(params -> View.page(PAGE, params))
                .recover(failure ->
                        params(call, Optional.empty(), email).map(params -> View.refused(failure, PAGE, params)));
    }

    private Future<View> withdraw(PageCall call) {
        return colleagues
                .withdraw(call.id("id"), call.caller())
                .map(View.seeOther(HOME).flash("account.flash.invitation-withdrawn"));
    }

    private Future<View> invitation(PageCall call) {
        return colleagues
                .received(call.path("secret"))
                .map(received -> View.page(ACCEPT, Map.of("received", received, "name", "")));
    }

    private Future<View> accept(PageCall call) {
        Form form = call.form();
        String secret = call.path("secret");
        return Future.succeededFuture()
                .compose(now -> colleagues.accept(secret, form.text("name"), form.text("password")))
                .map(email -> View.seeOther("/sign-in?email=" + encoded(email)).flash("account.flash.joined"))
                .recover(failure -> colleagues
                        .received(secret)
                        .map(received -> View.refused(
                                failure, ACCEPT, Map.of("received", received, "name", form.text("name")))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
