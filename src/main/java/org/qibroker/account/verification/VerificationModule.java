package org.qibroker.account.verification;

import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires the verification of organisations. */
public final class VerificationModule {
    private final Verifications verifications;
    private final VerificationApi api;
    private final VerificationPages pages;

    /** Over the organisations. */
    public VerificationModule(Platform platform, Organisations organisations) {
        this.verifications = new Verifications(platform, organisations);
        this.api = new VerificationApi(verifications);
        this.pages = new VerificationPages(verifications, organisations);
    }

    /** Binds the operations. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the coordinator's list, and the organisation's own page. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }

    /** How organisations' statements stand. */
    public Verifications verifications() {
        return verifications;
    }
}
