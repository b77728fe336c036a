package org.qibroker.catalog.scope;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;

/** The page that draws what a provider can do on a subject. */
final class PlotPages {
    private final Catalog catalog;
    private final ScopeTable table;
    private final ScopeReader reader;
    private final UnitRegistry units;

    PlotPages(Catalog catalog, ScopeTable table, UnitRegistry units) {
        this.catalog = catalog;
        this.table = table;
        this.reader = new ScopeReader(units);
        this.units = units;
    }

    void mount(PageRouter pages) {
        pages.get("/providers/:id/plot", Access.PUBLIC, this::show);
    }

    private Future<View> show(PageCall call) {
        UUID id = call.id("id");
        String subject = call.query("subject").orElseThrow(() -> Refusal.notFound("subject"));
        return catalog.provider(id).compose(provider -> table.ofSubject(id, subject)
                .map(recorded -> {
                    List<Capability> lines = recorded.stream()
                            .map(line -> provider.prices().on(line.read(reader)))
                            .toList();
                    return new PlotPage(provider, subject, ScopePlot.of(lines, units), lines);
                })
                .map(page -> View.page("catalog/scope/plot.jte", Map.of("page", page))));
    }
}
