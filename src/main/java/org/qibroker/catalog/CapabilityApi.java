package org.qibroker.catalog;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Answers about lines and quantities. */
final class CapabilityApi {
    private final Catalog catalog;
    private final UnitRegistry units;

    CapabilityApi(Catalog catalog, UnitRegistry units) {
        this.catalog = catalog;
        this.units = units;
    }

    void bind(ApiBinder api) {
        api.bind("getCapability", this::capability);
        api.bind("listQuantities", call -> Future.succeededFuture(ApiReply.ok(quantities())));
    }

    private Future<ApiReply> capability(ApiCall call) {
        UUID id = call.id("id");
        return line(call).compose(line -> catalog.provider(line.providerId()).compose(provider -> catalog.version(id)
                .map(version -> ApiReply.ok(CapabilityView.of(line, provider), version))));
    }

    private Future<Capability> line(ApiCall call) {
        Optional<LocalDate> validOn = call.queryDate("validOn");
        Optional<Instant> knownAt = call.queryMoment("knownAt");
        return validOn.isEmpty() && knownAt.isEmpty()
                ? catalog.capability(call.id("id"))
                : catalog.capability(call.id("id"), validOn.orElseGet(catalog::today), knownAt.orElseGet(catalog::now));
    }

    private Map<String, List<QuantityView>> quantities() {
        return Map.of("items", units.kinds().stream().map(this::quantity).toList());
    }

    private QuantityView quantity(QuantityKind kind) {
        List<UnitView> all = units.unitsOf(kind).stream().map(UnitView::of).toList();
        return new QuantityView(kind.key(), kind.nameZh(), kind.nameEn(), kind.baseUnit(), all);
    }

    record QuantityView(String key, String nameZh, String nameEn, String baseUnit, List<UnitView> units) {}

    record UnitView(String symbol, String ucum) {
        static UnitView of(Unit unit) {
            return new UnitView(unit.symbol(), unit.ucum());
        }
    }
}
