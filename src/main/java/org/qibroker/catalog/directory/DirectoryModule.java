package org.qibroker.catalog.directory;

import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires the directory. */
public final class DirectoryModule {
    private final Directory directory;

    /** Front ends of a directory. */
    public DirectoryModule(Directory directory) {
        this.directory = directory;
    }

    /** Binds listProviders and listMarks. */
    public void bind(ApiBinder api) {
        new DirectoryApi(directory).bind(api);
    }

    /** Mounts the list of providers. */
    public void mount(PageRouter pages) {
        new DirectoryPages(directory).mount(pages);
    }
}
