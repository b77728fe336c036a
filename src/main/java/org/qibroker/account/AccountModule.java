package org.qibroker.account;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.account.colleague.ColleagueModule;
import org.qibroker.account.operator.OperatorModule;
import org.qibroker.account.profile.ProfileModule;
import org.qibroker.account.profile.Profiles;
import org.qibroker.account.signin.SignInModule;
import org.qibroker.account.verification.VerificationModule;
import org.qibroker.account.verification.Verifications;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.security.Authentication;
import org.qibroker.platform.security.Passwords;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Glossary;
import org.qibroker.shared.Language;

/** Wires accounts. */
public final class AccountModule {
    private final Platform platform;
    private final Accounts accounts;
    private final Organisations organisations;
    private final SignInModule signIn;
    private final AccountApi api;
    private final AccountPages pages;
    private final ColleagueModule colleagues;
    private final OperatorModule operator;
    private final VerificationModule verification;
    private final ProfileModule profile;

    /** Accounts on a platform, with tokens signed by the keys. */
    public AccountModule(Platform platform, SigningKeys keys) {
        this.platform = platform;
        Passwords passwords =
                new Passwords(platform.vertx(), platform.settings().security().passwordMemory());
        this.accounts = new Accounts(platform, passwords);
        this.organisations = new Organisations(platform, accounts);
        this.signIn = new SignInModule(platform, keys, accounts, passwords);
        this.verification = new VerificationModule(platform, organisations);
        Registrations registrations = new Registrations(platform, organisations);
        this.api = new AccountApi(accounts, registrations);
        this.pages = new AccountPages(signIn.pages(), accounts, registrations, verification.verifications());
        this.operator = new OperatorModule(platform, accounts, signIn, organisations);
        this.profile = new ProfileModule(platform);
        this.colleagues = new ColleagueModule(platform, accounts, organisations);
    }

    /** Binds the operations of signing in, organisations and colleagues. */
    public void bind(ApiBinder binder) {
        signIn.bind(binder);
        api.bind(binder);
        colleagues.bind(binder);
        operator.bind(binder);
        verification.bind(binder);
        profile.bind(binder);
    }

    /** Mounts signing in and out, registration, the account and its colleagues. */
    public void mount(PageRouter router) {
        signIn.mount(router);
        pages.mount(router);
        colleagues.mount(router);
        operator.mount(router);
        verification.mount(router);
        profile.mount(router);
    }

    /** What organisations state, and whether that is verified. */
    public Verifications verifications() {
        return verification.verifications();
    }

    /** How they sign in. */
    public SignInModule signIn() {
        return signIn;
    }

    /** Tells who asks. */
    public Authentication authentication() {
        return signIn.authentication();
    }

    /** In which district an organisation is seated, if it says one. */
    public Future<Optional<String>> seat(UUID organisation) {
        return platform.database().read(client -> Jurisdiction.seat(client, organisation));
    }

    /** Keeps the language that somebody signed in chooses of the pages. */
    public Future<Void> chosen(Caller who, Language language) {
        return platform.database().transaction(tx -> accounts.speaks(tx, who.user(), language));
    }

    /** Words, and beside them what organisations are called in English. */
    public Glossary naming(Glossary words) {
        return new OrganisationNames(platform, words);
    }

    /** The organisations. */
    public Organisations organisations() {
        return organisations;
    }

    /** What organisations say of themselves for figures. */
    public Profiles profiles() {
        return profile.profiles();
    }

    /** The users. */
    public Accounts accounts() {
        return accounts;
    }
}
