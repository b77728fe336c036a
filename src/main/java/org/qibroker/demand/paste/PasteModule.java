package org.qibroker.demand.paste;

import org.qibroker.demand.Demands;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.PageRouter;

/** Wires the pasting of tables. */
public final class PasteModule {
    private final PastePages pages;

    /** Tables that become drafts of demands. */
    public PasteModule(Platform platform, Demands demands, TableUnderstander tables) {
        this.pages = new PastePages(platform.vertx(), demands, tables);
    }

    /** Mounts the page for pasting; it goes before the pages of single demands. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
