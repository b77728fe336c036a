package org.qibroker.resource.use;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.resource.Resource;
import org.qibroker.resource.use.Utilisations.Months;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** Pages of the use of resources, and of the equipment that a provider opens to others. */
final class UsePages {
    private final Utilisations utilisations;

    UsePages(Utilisations utilisations) {
        this.utilisations = utilisations;
    }

    void mount(PageRouter pages) {
        pages.get(
                "/resources/utilisation",
                Access.of(Role.PROVIDER),
                call -> utilisation(call, call.caller().organisation()));
        pages.get("/providers/:id/utilisation", Access.of(Role.COORDINATOR), call -> utilisation(call, call.id("id")));
        pages.get("/region/equipment", Access.of(Role.COORDINATOR), this::region);
        pages.get("/providers/:id/equipment", Access.PUBLIC, this::equipment);
    }

    private Future<View> utilisation(PageCall call, UUID provider) {
        Months months = utilisations.lately();
        return utilisations
                .of(provider, months, call.caller())
                .map(all ->
                        View.page("resource/utilisation.jte", Map.of("months", months.all(), "rows", byResource(all))));
    }

    private Future<View> region(PageCall call) {
        return Future.succeededFuture()
                .map(go -> utilisations.months(call::query))
                .compose(months -> region(months, call.caller()))
                .map(UsePages::view)
                .recover(failure -> region(utilisations.lately(), call.caller())
                        .map(page -> View.refused(failure, "resource/region.jte", Map.of("page", page))));
    }

    private static View view(RegionPage page) {
        return View.page("resource/region.jte", Map.of("page", page));
    }

    private Future<RegionPage> region(Months months, Caller caller) {
        return utilisations
                .inRegion(months, caller)
                .compose(uses -> utilisations.names(uses).map(names -> new RegionPage(months, uses, names)));
    }

    private static Map<Resource, List<Utilisation>> byResource(List<Utilisation> all) {
        Map<Resource, List<Utilisation>> rows = new LinkedHashMap<>();
        all.forEach(use -> rows.merge(use.resource(), List.of(use), UsePages::both));
        return rows;
    }

    private static List<Utilisation> both(List<Utilisation> before, List<Utilisation> next) {
        return Stream.concat(before.stream(), next.stream()).toList();
    }

    private Future<View> equipment(PageCall call) {
        return utilisations
                .shared(call.id("id"))
                .map(shared -> View.page("resource/shared.jte", Map.of("resources", shared)));
    }
}
