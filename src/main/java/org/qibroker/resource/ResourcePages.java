package org.qibroker.resource;

import org.qibroker.platform.Platform;
import org.qibroker.platform.web.PageRouter;

/** The provider's page of its resources. */
final class ResourcePages {
    private final Platform platform;
    private final Resources resources;

    ResourcePages(Platform platform, Resources resources) {
        this.platform = platform;
        this.resources = resources;
    }

    void mount(PageRouter pages) {}
}
