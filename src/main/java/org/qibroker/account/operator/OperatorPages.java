package org.qibroker.account.operator;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.account.signin.Session;
import org.qibroker.account.signin.Sessions;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The operator's list of accounts, and the page of one. */
final class OperatorPages {
    private static final Access OPERATOR = Access.of(Role.ADMIN);
    private static final String HOME = "/operator/users";
    private static final String LIST = "account/users.jte";
    private static final String USER = "account/user.jte";

    private final ManagedUsers users;
    private final Districts districts;
    private final Sessions sessions;
    private final Organisations organisations;

    OperatorPages(ManagedUsers users, Districts districts, Sessions sessions, Organisations organisations) {
        this.users = users;
        this.districts = districts;
        this.sessions = sessions;
        this.organisations = organisations;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, OPERATOR, call -> listed(call, Optional.empty()).map(params -> View.page(LIST, params)));
        pages.post(HOME, OPERATOR, this::add);
        pages.get(HOME + "/:id", OPERATOR, call -> params(call).map(params -> View.page(USER, params)));
        pages.post(HOME + "/:id/roles", OPERATOR, this::setRoles);
        pages.post(HOME + "/:id/district", OPERATOR, this::setDistrict);
        pages.post(HOME + "/:id/transitions", OPERATOR, this::act);
    }

    private Future<Map<String, Object>> listed(PageCall call, Optional<Added> added) {
        String text = call.query("q").orElse(null);
        return users.list(text, call.page(), call.caller()).map(page -> {
            Map<String, Object> params = new HashMap<>();
            params.put("users", page.items());
            params.put("text", Optional.ofNullable(text));
            params.put("next", Optional.ofNullable(page.nextCursor()));
            params.put("added", added);
            params.put("form", call.form());
            return params;
        });
    }

    private Future<View> add(PageCall call) {
        Form form = call.form();
        return Future.succeededFuture()
                .map(now -> Validation.valid(new NewAccount(form.text("email"), form.text("name"), roles(form))))
                .compose(account -> users.add(account, call.caller(), call.locale()))
                .compose(added -> listed(call, Optional.of(added)))
                .map(params -> View.page(LIST, params))
                .recover(failure -> listed(call, Optional.empty())
                        .map(params -> View.refused(
                                Validation.atField(failure, "user-account-email-unique", "/email"), LIST, params)));
    }

    private Future<Map<String, Object>> params(PageCall call) {
        UUID id = call.id("id");
        Future<ManagedUser> user = users.get(id);
        Future<List<Session>> open = sessions.of(id, "");
        return Future.all(user, open)
                .compose(both -> organisation(user.result()))
                .map(organisation -> params(user.result(), open.result(), organisation));
    }

    private static Map<String, Object> params(
            ManagedUser user, List<Session> open, Optional<Organisation> organisation) {
        Map<String, Object> params = new HashMap<>();
        params.put("user", user);
        params.put("sessions", open);
        params.put("organisation", organisation);
        return params;
    }

    private Future<Optional<Organisation>> organisation(ManagedUser user) {
        return user.organisation() == null
                ? Future.succeededFuture(Optional.empty())
                : organisations.get(user.organisation().id()).map(Optional::of);
    }

    private Future<View> act(PageCall call) {
        Form form = call.form();
        return Future.succeededFuture()
                .map(now -> form.inputs()
                        .constant("action", UserAction.class)
                        .orElseThrow(() -> Refusal.badInput("/action", "not-null")))
                .compose(action ->
                        users.act(call.id("id"), action, form.optional("reason").orElse(null), call.caller()))
                .map(done -> View.seeOther(HOME + "/" + call.id("id")).flash("operator.flash.done"))
                .recover(failure -> refused(call, failure));
    }

    private Future<View> setRoles(PageCall call) {
        return users.setRoles(call.id("id"), version(call), roles(call.form()), call.caller())
                .map(done -> View.seeOther(HOME + "/" + call.id("id")).flash("operator.flash.done"))
                .recover(failure -> refused(call, failure));
    }

    private Future<View> setDistrict(PageCall call) {
        String district = call.form().optional("district").orElse(null);
        return users.get(call.id("id"))
                .map(user -> Optional.ofNullable(user.organisation())
                        .orElseThrow(() -> Refusal.conflict("not-a-coordinator")))
                .compose(place -> districts.set(place.id(), version(call), district, call.caller()))
                .map(done -> View.seeOther(HOME + "/" + call.id("id")).flash("operator.flash.done"))
                .recover(failure -> refused(call, failure));
    }

    private static Set<Role> roles(Form form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : List.of(Role.EXPERT, Role.ADMIN)) {
            if (form.all("role").contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static long version(PageCall call) {
        return call.form().inputs().integer("version").orElse(0);
    }

    private Future<View> refused(PageCall call, Throwable failure) {
        return params(call).map(params -> View.refused(failure, USER, params));
    }
}
