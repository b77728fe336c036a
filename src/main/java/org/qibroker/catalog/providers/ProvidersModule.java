package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import java.util.UUID;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.directory.Directory;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;

/** Wires what providers say of themselves and what coordinators make of it. */
public final class ProvidersModule {
    private final Providers providers;
    private final Confirmations confirmations;
    private final ProviderApi api;
    private final ProviderPages pages;
    private final ProviderForms forms;
    private final ConfirmationPages confirmationPages;

    /** The providers of a catalog. */
    public ProvidersModule(Platform platform, Catalog catalog, ScopeIndex index, Directory directory) {
        this.providers = new Providers(platform, catalog);
        this.confirmations = new Confirmations(platform, catalog);
        this.api = new ProviderApi(catalog, providers, confirmations);
        this.pages = new ProviderPages(catalog, index, directory);
        this.forms = new ProviderForms(providers, pages);
        this.confirmationPages = new ConfirmationPages(confirmations);
    }

    /** Binds the operations of providers, sites, accreditations and their confirmation. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the page of a provider, its forms, and the coordinator's list. */
    public void mount(PageRouter router) {
        pages.mount(router);
        forms.mount(router);
        confirmationPages.mount(router);
    }

    /** What the page of a provider shows to a reader. */
    public Future<ProviderPage> shown(PageCall call, UUID provider) {
        return pages.shown(call, provider, TypedForm.NONE);
    }

    /** What providers say of themselves. */
    public Providers providers() {
        return providers;
    }

    /** What coordinators make of it. */
    public Confirmations confirmations() {
        return confirmations;
    }
}
