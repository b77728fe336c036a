package org.qibroker.matching.fairness;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Role;

/** Wires fairness: its figures over the API and on the coordinator's page. */
public final class FairnessModule {
    private static final String PAGE = "matching/fairness.jte";
    private static final Inputs NOTHING = new Inputs(name -> Optional.empty());

    private final Platform platform;
    private final Fairness fairness;

    /** Fairness on a platform. */
    public FairnessModule(Platform platform) {
        this.platform = platform;
        this.fairness = new Fairness(platform);
    }

    /** Binds listFairness. */
    public void bind(ApiBinder api) {
        api.bind("listFairness", this::list);
    }

    /** Mounts the page of a coordinator. */
    public void mount(PageRouter pages) {
        pages.get("/region/fairness", Access.of(Role.COORDINATOR), this::page);
    }

    /** What follows from the log of matches and bookings. */
    public List<Projection> projections() {
        return List.of(new FairnessCounter());
    }

    private Future<ApiReply> list(ApiCall call) {
        FairnessPeriod period = FairnessPeriod.of(new Inputs(call::query), platform.clock());
        return fairness.of(period, call.caller(), call.locale())
                .map(shares -> ApiReply.ok(new Page<>(shares, null, null)));
    }

    private Future<View> page(PageCall call) {
        return Future.succeededFuture()
                .map(go -> FairnessPeriod.of(call.inputs(), platform.clock()))
                .compose(period -> params(period, call))
                .map(params -> View.page(PAGE, params))
                .recover(failure -> params(FairnessPeriod.of(NOTHING, platform.clock()), call)
                        .map(params -> View.refused(failure, PAGE, params)));
    }

    private Future<Map<String, Object>> params(FairnessPeriod period, PageCall call) {
        return fairness.of(period, call.caller(), call.locale())
                .map(shares -> Map.of(
                        "from",
                        call.query("from").orElse(period.from().atDay(1).toString()),
                        "to",
                        call.query("to").orElse(period.to().atEndOfMonth().toString()),
                        "months",
                        byMonth(shares)));
    }

    private static Map<LocalDate, List<Share>> byMonth(List<Share> shares) {
        return shares.stream()
                .collect(Collectors.groupingBy(
                        Share::month, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
    }
}
