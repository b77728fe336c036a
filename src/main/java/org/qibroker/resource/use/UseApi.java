package org.qibroker.resource.use;

import io.vertx.core.Future;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.resource.use.Utilisations.Months;
import org.qibroker.shared.Refusal;

/** Use of resources as JSON. */
final class UseApi {
    private final Utilisations utilisations;

    UseApi(Utilisations utilisations) {
        this.utilisations = utilisations;
    }

    void bind(ApiBinder api) {
        api.bind("getUtilisation", this::utilisation);
        api.bind(
                "listSharedResources",
                call -> utilisations.shared(call.id("id")).map(shared -> ApiReply.ok(Map.of("items", shared))));
    }

    private Future<ApiReply> utilisation(ApiCall call) {
        Months lately = utilisations.lately();
        Months months = new Months(month(call, "from", lately.from()), month(call, "to", lately.to()));
        return utilisations
                .of(call.id("id"), months, call.caller())
                .map(all ->
                        ApiReply.ok(Map.of("items", all.stream().map(View::of).toList())));
    }

    private static YearMonth month(ApiCall call, String name, YearMonth usual) {
        try {
            return call.query(name).map(YearMonth::parse).orElse(usual);
        } catch (DateTimeParseException e) {
            throw (Refusal) Refusal.badInput("/" + name, "month").initCause(e);
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
