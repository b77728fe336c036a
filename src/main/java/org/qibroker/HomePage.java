package org.qibroker;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** The first page: one box for one sentence. */
final class HomePage {
    private static final List<String> EXAMPLES_ZH = List.of(
            "数显卡尺 0-300mm U≤0.02mm CNAS", "钢筋 抗拉强度 GB/T 228.1-2021 CMA", "ISO 9001 认证", "3把千分尺和1台万能试验机校准，下周五前，松江");
    private static final List<String> EXAMPLES_EN = List.of(
            "digital caliper 0-300mm U≤0.02mm CNAS",
            "rebar tensile strength GB/T 228.1-2021 CMA",
            "ISO 9001 certification",
            "3 micrometers and a universal testing machine, calibration by next Friday");

    private HomePage() {}

    static void mount(PageRouter pages) {
        pages.get("/", Access.PUBLIC, HomePage::show);
    }

    private static Future<View> show(PageCall call) {
        boolean english = call.locale().equals(Messages.EN);
        return Future.succeededFuture(
                View.page("home/home.jte", Map.of("examples", english ? EXAMPLES_EN : EXAMPLES_ZH)));
    }
}
