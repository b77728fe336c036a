package org.qibroker.demand;

import java.util.List;
import org.qibroker.account.Organisations;
import org.qibroker.demand.form.DemandPages;
import org.qibroker.demand.form.ItemForms;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires demands. */
public final class DemandModule {
    private final Demands demands;
    private final DemandApi api;
    private final DemandPages pages;
    private final DemandProgress progress;

    /** Demands on a platform, whose items use these units; the understander reads sentences into items. */
    public DemandModule(Platform platform, UnitRegistry units, Organisations organisations, Understander understander) {
        this.demands = new Demands(platform, units);
        this.api = new DemandApi(demands, platform.idempotency());
        this.pages = new DemandPages(demands, organisations, new ItemForms(units, understander));
        this.progress = new DemandProgress(platform.events());
    }

    /** Binds createDemand, listDemands, getDemand, updateDemand and transitionDemand. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the enterprise's list and form, and the region's list. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }

    /** What follows from the log of bookings. */
    public List<Projection> projections() {
        return List.of(progress);
    }

    /** The demands. */
    public Demands demands() {
        return demands;
    }
}
