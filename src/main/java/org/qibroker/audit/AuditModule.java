package org.qibroker.audit;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.account.AccountModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires the audit. */
public final class AuditModule {
    private final AuditApi api;
    private final AuditPages pages;

    /**
     * The audit of a platform's log.
     *
     * @param bookings finds a booking by its number
     */
    public AuditModule(Platform platform, AccountModule account, Function<String, Future<Optional<UUID>>> bookings) {
        Audit audit = new Audit(platform, account.accounts(), account.organisations(), bookings);
        this.api = new AuditApi(audit);
        this.pages = new AuditPages(audit);
    }

    /** Binds the search and the list of checks. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the page. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
