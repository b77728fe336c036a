package org.qibroker.account;

import io.vertx.core.Future;
import java.util.Optional;
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
        this.signIns = new SignIns(platform, passwords, accessTokens);
        Registrations registrations = new Registrations(platform, organisations);
        this.api = new AccountApi(signIns, accounts, registrations, keys);
        this.pages = new AccountPages(signIns, accounts, registrations);
    }

    /** Binds createToken, refreshToken, revokeToken, jwks, registerOrganisation and me. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts sign-in, sign-out, registration and the account page. */
    public void mount(PageRouter router) {
        pages.mount(router);
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
