package org.qibroker.resource;

import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires resources. */
public final class ResourceModule {
    private final Platform platform;
    private final Resources resources;
    private final Allocations allocations;
    private final Capacity capacity;

    /** Resources that stand at these sites. */
    public ResourceModule(Platform platform, Workplaces workplaces) {
        this.platform = platform;
        this.resources = new Resources(platform, workplaces);
        this.allocations = new Allocations(platform);
        this.capacity = new Capacity(platform);
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
    }

    /** Mounts the provider's page of its resources. */
    public void mount(PageRouter pages) {
        new ResourcePages(platform, resources).mount(pages);
    }
}
