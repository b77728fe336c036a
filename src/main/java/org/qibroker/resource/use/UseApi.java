package org.qibroker.resource.use;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.resource.use.Utilisations.Months;

/** Use of resources as JSON. */
final class UseApi {
    private final Utilisations utilisations;

    UseApi(Utilisations utilisations) {
        this.utilisations = utilisations;
    }

    void bind(ApiBinder api) {
        api.bind("getUtilisation", this::utilisation);
        api.bind("getRegionUtilisation", this::region);
        api.bind(
                "listSharedResources",
                call -> utilisations.shared(call.id("id")).map(shared -> ApiReply.ok(Map.of("items", shared))));
    }

    private Future<ApiReply> utilisation(ApiCall call) {
        return utilisations
                .of(call.id("id"), months(call), call.caller())
                .map(all ->
                        ApiReply.ok(Map.of("items", all.stream().map(View::of).toList())));
    }

    private Future<ApiReply> region(ApiCall call) {
        return utilisations.inRegion(months(call), call.caller()).compose(uses -> utilisations
                .names(uses)
                .map(names -> ApiReply.ok(Map.of(
                        "items",
                        uses.stream().flatMap(use -> view(use, names).stream()).toList()))));
    }

    private static Optional<RegionView> view(SharedUse use, Map<UUID, Organisation> names) {
        return Optional.ofNullable(names.get(use.provider())).map(name -> RegionView.of(use, name));
    }

    private Months months(ApiCall call) {
        return utilisations.months(call::query);
    }

    private record RegionView(
            UUID providerId,
            String providerNameZh,
            @Nullable String providerNameEn,
            int resources,
            long offeredMinutes,
            long usedMinutes,
            double share,
            List<MonthView> months) {
        static RegionView of(SharedUse use, Organisation provider) {
            return new RegionView(
                    use.provider(),
                    provider.nameZh(),
                    provider.nameEn(),
                    use.resources(),
                    use.offered().toMinutes(),
                    use.used().toMinutes(),
                    use.share(),
                    use.months().stream().map(MonthView::of).toList());
        }
    }

    private record MonthView(String month, long offeredMinutes, long usedMinutes, double share) {
        static MonthView of(SharedUse.Hours hours) {
            return new MonthView(
                    hours.month().toString(),
                    hours.offered().toMinutes(),
                    hours.used().toMinutes(),
                    hours.share());
        }
    }

    private record View(
            UUID resourceId,
            String name,
            boolean sharedIdle,
            String month,
            long offeredMinutes,
            long usedMinutes,
            double share) {
        static View of(Utilisation use) {
            return new View(
                    use.resource().id(),
                    use.resource().name(),
                    use.resource().sharedIdle(),
                    use.month().toString(),
                    use.offered().toMinutes(),
                    use.used().toMinutes(),
                    use.share());
        }
    }
}
