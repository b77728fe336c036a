package org.qibroker.account;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.signin.SignInPages;
import org.qibroker.account.verification.Verification;
import org.qibroker.account.verification.Verifications;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** Registration and the account, as pages. */
final class AccountPages {
    private static final String REGISTER = "account/register.jte";

    private final SignInPages signIn;
    private final Accounts accounts;
    private final Registrations registrations;
    private final Verifications verifications;

    AccountPages(SignInPages signIn, Accounts accounts, Registrations registrations, Verifications verifications) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.registrations = registrations;
        this.verifications = verifications;
    }

    void mount(PageRouter pages) {
        pages.get(
                "/register",
                Access.PUBLIC,
                call -> Future.succeededFuture(View.page(REGISTER, registration(call.form()))));
        pages.post("/register", Access.PUBLIC, this::register);
        pages.get("/account", Access.SIGNED_IN, this::account);
    }

    private Future<View> register(PageCall call) {
        Form form = call.form();
        return Future.succeededFuture()
                .map(now -> command(form))
                .compose(command -> registrations.register(command, call.caller(), call.remoteAddress()))
                .compose(organisation -> signIn.enter(call, "/account"))
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
        return Validation.atField(
                Validation.atField(failure, "user-account-email-unique", "/user/email"),
                "organisation-uscc-unique",
                "/uscc");
    }

    private Future<View> account(PageCall call) {
        return accounts.user(call.caller().user())
                .compose(user -> verification(user).map(found -> accountView(call, user, found)));
    }

    private Future<Verification> verification(User user) {
        Organisation organisation = user.organisation();
        return organisation == null ? Future.succeededFuture(Verification.STATED) : verifications.of(organisation.id());
    }

    private static View accountView(PageCall call, User user, Verification verification) {
        return View.page(
                "account/account.jte",
                Map.of(
                        "name", user.name(),
                        "email", user.email(),
                        "roles", user.roles().stream().sorted().toList(),
                        "lacksFactor",
                                call.caller().roles().size() < user.roles().size(),
                        "verification", verification,
                        "organisation", Optional.ofNullable(user.organisation())));
    }
}
