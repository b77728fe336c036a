package org.qibroker.account.signin;

import io.vertx.core.Future;
import java.util.Optional;
import org.qibroker.account.Accounts;
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

/** Wires signing in. */
public final class SignInModule {
    private final AccessTokens accessTokens;
    private final SignIns signIns;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final EndedTokens ended;
    private final PasswordChanges passwordChanges;
    private final TokenApi tokens;
    private final SignInPages pages;
    private final SecurityApi securityApi;
    private final SecurityPages securityPages;
    private final PasswordApi passwordApi;
    private final PasswordPages passwordPages;

    /** Signing in to accounts, with tokens signed by the keys. */
    public SignInModule(Platform platform, SigningKeys keys, Accounts accounts, Passwords passwords) {
        this.ended = new EndedTokens(platform);
        this.accessTokens = new AccessTokens(
                platform.vertx(),
                keys,
                platform.clock(),
                platform.settings().security().accessToken(),
                ended::ended);
        this.factors = new SecondFactors(platform, keys.secret("second-factor"));
        this.sessions = new Sessions(platform);
        this.signIns = new SignIns(platform, accounts, new Proofs(passwords, accessTokens, factors));
        this.tokens = new TokenApi(signIns, keys);
        this.pages = new SignInPages(signIns, factors, new Challenges(platform, factors));
        this.securityApi = new SecurityApi(accounts, sessions, factors);
        this.securityPages = new SecurityPages(accounts, sessions, factors);
        this.passwordChanges = new PasswordChanges(platform, accounts, signIns);
        this.passwordApi = new PasswordApi(passwordChanges);
        this.passwordPages = new PasswordPages(passwordChanges);
    }

    /** By what it is proved who somebody is. */
    record Proofs(Passwords passwords, AccessTokens tokens, SecondFactors factors) {}

    /** Binds the operations of tokens, sessions, second factors and passwords. */
    public void bind(ApiBinder binder) {
        tokens.bind(binder);
        securityApi.bind(binder);
        passwordApi.bind(binder);
    }

    /** Mounts signing in and out, and where and how the reader signs in. */
    public void mount(PageRouter router) {
        pages.mount(router);
        securityPages.mount(router);
        passwordPages.mount(router);
    }

    /** Where users are signed in. */
    public Sessions sessions() {
        return sessions;
    }

    /** Their second factors. */
    public SecondFactors factors() {
        return factors;
    }

    /** How they get a password. */
    public PasswordChanges passwordChanges() {
        return passwordChanges;
    }

    /** How they prove who they are. */
    public SignIns signIns() {
        return signIns;
    }

    /** The pages, for whoever has just registered. */
    public SignInPages pages() {
        return pages;
    }

    /** Tells who asks. */
    public Authentication authentication() {
        return new Authentication() {
            @Override
            public Future<Caller> ofBearer(String token) {
                return ended.ready().compose(ready -> accessTokens.verify(token));
            }

            @Override
            public Future<Optional<WebSession>> ofCookie(String cookie) {
                return signIns.session(cookie);
            }
        };
    }
}
