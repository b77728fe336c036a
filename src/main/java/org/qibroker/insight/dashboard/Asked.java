package org.qibroker.insight.dashboard;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.View;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;

/** A page of a part of the uptake. What is asked for wrongly is said at its field, above what is shown otherwise. */
final class Asked {
    private static final Inputs NOTHING = new Inputs(name -> Optional.empty());

    private Asked() {}

    /** @param params of the template, for what is asked for and which part of the list */
    static Future<View> of(
            PageCall call, String template, BiFunction<Inputs, PageRequest, Future<Map<String, Object>>> params) {
        return Future.succeededFuture()
                .compose(now -> params.apply(call.inputs(), call.page()))
                .map(filled -> View.page(template, filled))
                .recover(failure -> wrong(failure)
                        ? params.apply(NOTHING, PageRequest.FIRST)
                                .map(filled -> View.refused(failure, template, filled))
                        : Future.failedFuture(failure));
    }

    private static boolean wrong(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.BAD_INPUT;
    }
}
