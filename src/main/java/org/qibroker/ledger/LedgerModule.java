package org.qibroker.ledger;

import java.util.List;
import org.qibroker.demand.Demands;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires ledgers. */
public final class LedgerModule {
    private final Ledger ledger;
    private final LedgerImports imports;

    /** Ledgers whose instruments use these units and are asked for by these demands. */
    public LedgerModule(Platform platform, Demands demands, UnitRegistry units) {
        this.ledger = new Ledger(platform, demands, units);
        this.imports = new LedgerImports(platform, ledger);
    }

    /** The instruments. */
    public Ledger ledger() {
        return ledger;
    }

    /** Binds the operations of ledgers. */
    public void bind(ApiBinder api) {
        new LedgerApi(ledger, imports).bind(api);
    }

    /** Mounts the ledger, its form and its files. */
    public void mount(PageRouter pages) {
        new LedgerPages(ledger, imports).mount(pages);
    }

    /** What follows the logs of demands and bookings. */
    public List<Projection> projections() {
        return List.of(new LedgerFollower());
    }
}
