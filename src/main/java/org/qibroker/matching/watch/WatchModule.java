package org.qibroker.matching.watch;

import java.util.function.Supplier;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demands;
import org.qibroker.matching.Matching;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires watches. */
public final class WatchModule {
    private final Platform platform;
    private final Watches watches;
    private final Matching matching;
    private final Supplier<ScopeView> scopes;

    /** Watches of the items of these demands. */
    public WatchModule(Platform platform, Demands demands, Matching matching, Supplier<ScopeView> scopes) {
        this.platform = platform;
        this.matching = matching;
        this.scopes = scopes;
        this.watches = new Watches(platform, demands, matching);
    }

    /** Who waits for what. */
    public Watches watches() {
        return watches;
    }

    /** What matches again; it does not run before it is started. */
    public ScopeClock clock() {
        return new ScopeClock(platform, scopes, "watches", new WatchRounds(platform, watches, matching)::round);
    }

    /** Binds watchItem, unwatchItem, listWatches and listWaiting. */
    public void bind(ApiBinder api) {
        new WatchApi(watches).bind(api);
    }

    /** Mounts what is sent from the page of a demand. */
    public void mount(PageRouter pages) {
        new WatchPages(watches).mount(pages);
    }
}
