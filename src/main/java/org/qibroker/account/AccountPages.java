package org.qibroker.account;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.security.WebSession;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.LocalPath;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Sign-in, sign-out, registration and the account, as pages. */
final class AccountPages {
    private static final String SIGN_IN = "account/signIn.jte";
    private static final String REGISTER = "account/register.jte";

    private final SignIns signIns;
    private final Accounts accounts;
    private final Registrations registrations;

    AccountPages(SignIns signIns, Accounts accounts, Registrations registrations) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.registrations = registrations;
    }

    void mount(PageRouter pages) {
        pages.get("/sign-in", Access.PUBLIC, this::signInPage);
        pages.post("/sign-in", Access.PUBLIC, this::signIn);
        pages.post("/sign-out", Access.SIGNED_IN, this::signOut);
        pages.get(
                "/register",
                Access.PUBLIC,
                call -> Future.succeededFuture(View.page(REGISTER, registration(call.form()))));
        pages.post("/register", Access.PUBLIC, this::register);
        pages.get("/account", Access.SIGNED_IN, this::account);
    }

    private Future<View> signInPage(PageCall call) {
        String back = LocalPath.orHome(call.query("back").orElse("/"));
        return Future.succeededFuture(
                call.caller().signedIn() ? View.seeOther(back) : View.page(SIGN_IN, Map.of("email", "", "back", back)));
    }

    private Future<View> signIn(PageCall call) {
        Form form = call.form();
        String back = LocalPath.orHome(form.text("back"));
        return Future.succeededFuture()
                .compose(now -> signIns.byPassword(form.text("email"), form.text("password"), call.remoteAddress()))
                .compose(user -> enter(call, user, back))
                .recover(failure -> Future.succeededFuture(View.refused(
                        atField(failure, "wrong-credentials", "/password"),
                        SIGN_IN,
                        Map.of("email", form.text("email"), "back", back))));
    }

    private Future<View> enter(PageCall call, User user, String back) {
        return signIns.openSession(user.id()).map(cookie -> {
            call.cookie(WebSession.COOKIE, cookie, signIns.sessionLength().toSeconds());
            return View.seeOther(back);
        });
    }

    private Future<View> signOut(PageCall call) {
        call.cookie(WebSession.COOKIE, "", 0);
        String cookie = call.session().map(WebSession::id).orElse("");
        return signIns.closeSession(cookie).map(View.seeOther("/").flash("account.flash.signed-out"));
    }

    private Future<View> register(PageCall call) {
        Form form = call.form();
        return Future.succeededFuture()
                .map(now -> command(form))
                .compose(command -> registrations.register(command, call.caller(), call.remoteAddress()))
                .compose(organisation ->
                        signIns.byPassword(form.text("email"), form.text("password"), call.remoteAddress()))
                .compose(user -> enter(call, user, "/account"))
                .map(view -> view.flash("account.flash.registered"))
                .recover(
                        failure -> Future.succeededFuture(View.refused(onForm(failure), REGISTER, registration(form))));
    }

    private static RegisterOrganisation command(Form form) {
        NewUser user = new NewUser(form.text("email"), form.text("name"), form.text("password"));
        RegisterOrganisation command = new RegisterOrganisation(
                Uscc.normalised(form.text("uscc")),
                form.text("nameZh"),
                form.optional("nameEn").orElse(null),
                roles(form),
                form.optional("district").orElse(null),
                invoice(form),
                user);
        return Validation.valid(command);
    }

    private static Set<Role> roles(Form form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : List.of(Role.ENTERPRISE, Role.PROVIDER)) {
            if (form.all("role").contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static @Nullable Invoice invoice(Form form) {
        boolean wanted = form.names().stream()
                .anyMatch(
                        name -> name.startsWith("invoice.") && !form.text(name).isEmpty());
        return !wanted
                ? null
                : new Invoice(
                        form.optional("invoice.title").orElse(form.text("nameZh")),
                        form.optional("invoice.taxNumber").orElse(Uscc.normalised(form.text("uscc"))),
                        form.optional("invoice.bank").orElse(null),
                        form.optional("invoice.bankAccount").orElse(null),
                        form.optional("invoice.address").orElse(null),
                        form.optional("invoice.phone").orElse(null));
    }

    private static Map<String, Object> registration(Form form) {
        return Map.of("form", form, "roles", roles(form));
    }

    private static Throwable onForm(Throwable failure) {
        return atField(
                atField(failure, "user-account-email-unique", "/user/email"), "organisation-uscc-unique", "/uscc");
    }

    /** The same refusal as a fault of a field of the form. */
    private static Throwable atField(Throwable failure, String code, String pointer) {
        Optional<Refusal> refused = failure instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
        return refused.filter(refusal -> refusal.code().equals(code))
                .<Throwable>map(refusal -> Refusal.badInput(pointer, code))
                .orElse(failure);
    }

    private Future<View> account(PageCall call) {
        return accounts.user(call.caller().user()).map(AccountPages::accountView);
    }

    private static View accountView(User user) {
        return View.page(
                "account/account.jte",
                Map.of(
                        "name", user.name(),
                        "email", user.email(),
                        "roles", user.roles().stream().sorted().toList(),
                        "organisation", Optional.ofNullable(user.organisation())));
    }
}
