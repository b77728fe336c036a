package org.qibroker.account.profile;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** The page on which an organisation says its industry and size. */
final class ProfilePages {
    private static final Access MEMBERS = Access.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);
    private static final String HOME = "/account/profile";
    private static final String PAGE = "account/profile.jte";

    private final Profiles profiles;

    ProfilePages(Profiles profiles) {
        this.profiles = profiles;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, MEMBERS, call -> profiles.get(call.caller().organisation(), call.caller())
                .map(profile -> View.page(PAGE, params(profile))));
        pages.post(HOME, MEMBERS, this::say);
    }

    private Map<String, Object> params(Profile profile) {
        return Map.of("profile", profile, "industries", profiles.industries());
    }

    private Future<View> say(PageCall call) {
        Form form = call.form();
        Optional<String> industry = form.optional("industry");
        return Future.succeededFuture()
                .map(now -> form.inputs().constant("size", EnterpriseSize.class))
                .compose(size -> profiles.say(
                        call.caller().organisation(),
                        form.inputs().integer("version").orElse(0),
                        industry.orElse(null),
                        size.orElse(null),
                        call.caller()))
                .map(said -> View.seeOther("/account").flash("account.flash.profiled"))
                .recover(failure -> profiles.get(call.caller().organisation(), call.caller())
                        .map(profile -> View.refused(failure, PAGE, params(profile))));
    }
}
