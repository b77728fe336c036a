package org.qibroker.resource;

import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.resource.pages.ResourcePages;
import org.qibroker.resource.use.UseModule;

/** Wires resources. */
public final class ResourceModule {
    private final Platform platform;
    private final Resources resources;
    private final Allocations allocations;
    private final Capacity capacity;
    private final UseModule use;
    private final Organisations organisations;

    /** Resources that stand at these sites, booked by these organisations. */
    public ResourceModule(Platform platform, Workplaces workplaces, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
        this.resources = new Resources(platform, workplaces);
        this.allocations = new Allocations(platform);
        this.capacity = new Capacity(platform);
        this.use = new UseModule(platform, resources, organisations);
    }

    /** What can be booked. */
    public Resources resources() {
        return resources;
    }

    /** By whom it is taken. */
    public Allocations allocations() {
        return allocations;
    }

    /** What is left. */
    public Capacity capacity() {
        return capacity;
    }

    /** Binds the operations of resources and holds. */
    public void bind(ApiBinder api) {
        new ResourceApi(resources, allocations, platform.idempotency()).bind(api);
        use.bind(api);
    }

    /** Mounts the pages of resources and of their use. */
    public void mount(PageRouter pages) {
        use.mount(pages);
        new ResourcePages(platform, resources, organisations).mount(pages);
    }
}
