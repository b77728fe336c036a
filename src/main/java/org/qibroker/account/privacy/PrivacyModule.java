package org.qibroker.account.privacy;

import org.qibroker.account.AccountModule;
import org.qibroker.account.Accounts;
import org.qibroker.account.signin.SignInModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires what persons may ask for under the law. */
public final class PrivacyModule {
    private final PrivacyApi api;
    private final PrivacyPages pages;

    /** Over accounts, and what else is kept of persons. */
    public PrivacyModule(Platform platform, AccountModule account, Elsewhere elsewhere) {
        Accounts accounts = account.accounts();
        SignInModule signIn = account.signIn();
        PersonalData.People people = new PersonalData.People(accounts, signIn.sessions(), signIn.factors());
        PersonalData data = new PersonalData(platform, people, elsewhere);
        Deletion deletion = new Deletion(platform, accounts, signIn.signIns(), elsewhere);
        this.api = new PrivacyApi(data, deletion);
        this.pages = new PrivacyPages(data, deletion);
    }

    /** Binds the copy and the deletion. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts both as pages. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
