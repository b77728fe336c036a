package org.qibroker.account;

import io.vertx.core.Future;
import java.util.Optional;
import org.qibroker.account.factor.Challenges;
import org.qibroker.account.factor.SecondFactors;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.security.AccessTokens;
import org.qibroker.platform.security.Authentication;
import org.qibroker.platform.security.Passwords;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.security.WebSession;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.shared.Caller;

/** Wires accounts. */
public final class AccountModule {
    private final AccessTokens accessTokens;
    private final Accounts accounts;
    private final Organisations organisations;
    private final SignIns signIns;
    private final AccountApi api;
    private final AccountPages pages;
    private final SignInPages signInPages;
    private final SecurityApi securityApi;
    private final SecurityPages securityPages;

    /** Accounts on a platform, with tokens signed by the keys. */
    public AccountModule(Platform platform, SigningKeys keys) {
        Passwords passwords = new Passwords(platform.vertx());
        this.accessTokens = new AccessTokens(
                platform.vertx(),
                keys,
                platform.clock(),
                platform.settings().security().accessToken());
        this.accounts = new Accounts(platform, passwords);
        this.organisations = new Organisations(platform, accounts);
        SecondFactors factors = new SecondFactors(platform, keys.secret("second-factor"));
        this.signIns = new SignIns(platform, passwords, accessTokens, factors);
        Registrations registrations = new Registrations(platform, organisations);
        this.api = new AccountApi(signIns, accounts, registrations, keys);
        Sessions sessions = new Sessions(platform);
        this.signInPages = new SignInPages(signIns, factors, new Challenges(platform, factors));
        this.pages = new AccountPages(signInPages, accounts, registrations);
        this.securityApi = new SecurityApi(accounts, sessions, factors);
        this.securityPages = new SecurityPages(accounts, sessions, factors);
    }

    /** Binds the operations of tokens, organisations, sessions and second factors. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        securityApi.bind(binder);
    }

    /** Mounts signing in and out, registration and the account. */
    public void mount(PageRouter router) {
        signInPages.mount(router);
        pages.mount(router);
        securityPages.mount(router);
    }

    /** Tells who asks. */
    public Authentication authentication() {
        return new Authentication() {
            @Override
            public Future<Caller> ofBearer(String token) {
                return accessTokens.verify(token);
            }

            @Override
            public Future<Optional<WebSession>> ofCookie(String cookie) {
                return signIns.session(cookie);
            }
        };
    }

    /** The organisations. */
    public Organisations organisations() {
        return organisations;
    }

    /** The users. */
    public Accounts accounts() {
        return accounts;
    }
}
