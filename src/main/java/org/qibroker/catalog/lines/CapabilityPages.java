package org.qibroker.catalog.lines;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.LineSummary;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.providers.ProviderPage;
import org.qibroker.catalog.providers.ProvidersModule;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** Pages of single lines. */
public final class CapabilityPages {
    private final Catalog catalog;
    private final UnitRegistry units;
    private final ProvidersModule providers;

    /** Pages of the lines of a catalog. */
    public CapabilityPages(Catalog catalog, UnitRegistry units, ProvidersModule providers) {
        this.catalog = catalog;
        this.units = units;
        this.providers = providers;
    }

    /** Mounts the page of a line. */
    public void mount(PageRouter pages) {
        pages.get("/capabilities/:id", Access.PUBLIC, this::capability);
    }

    private Future<View> capability(PageCall call) {
        UUID id = call.id("id");
        return catalog.capability(id)
                .compose(line -> providers.shown(call, line.providerId()).compose(provider -> catalog.history(id)
                        .map(history -> page(line, provider, history))))
                .map(page -> View.page("catalog/capability.jte", Map.of("page", page)));
    }

    private CapabilityPage page(Capability line, ProviderPage provider, List<RecordedLine> history) {
        LineSummary summary = LineSummary.of(line, provider.provider(), catalog.today());
        return new CapabilityPage(summary, provider, catalog.today(), CapabilityPage.plot(line, units), history);
    }
}
