package org.qibroker.resource.use;

import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.resource.Resources;

/** Wires the use of resources. */
public final class UseModule {
    private final Utilisations utilisations;

    /** The use of these resources. */
    public UseModule(Platform platform, Resources resources, Organisations organisations) {
        this.utilisations = new Utilisations(platform, resources, organisations);
    }

    /** Binds getUtilisation, getRegionUtilisation and listSharedResources. */
    public void bind(ApiBinder api) {
        new UseApi(utilisations).bind(api);
    }

    /** Mounts the pages of use, which come before those of single resources. */
    public void mount(PageRouter pages) {
        new UsePages(utilisations).mount(pages);
    }
}
