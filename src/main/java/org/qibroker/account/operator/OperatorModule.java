package org.qibroker.account.operator;

import org.qibroker.account.Accounts;
import org.qibroker.account.Organisations;
import org.qibroker.account.signin.SignInModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires what the operator does with accounts. */
public final class OperatorModule {
    private final OperatorApi api;
    private final OperatorPages pages;

    /** Over the accounts that sign in so. */
    public OperatorModule(Platform platform, Accounts accounts, SignInModule signIn, Organisations organisations) {
        ManagedUsers users = new ManagedUsers(platform, accounts, signIn);
        Districts districts = new Districts(platform, organisations);
        this.api = new OperatorApi(users, districts);
        this.pages = new OperatorPages(users, districts, signIn.sessions(), organisations);
    }

    /** Binds the operations on accounts. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the list of accounts and the page of each. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
