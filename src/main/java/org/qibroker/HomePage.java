package org.qibroker;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;

/** The first page: one box for one sentence. */
final class HomePage {
    private static final List<String> EXAMPLES =
            List.of("数显卡尺 0-300mm U≤0.02mm CNAS", "钢筋 抗拉强度 GB/T 228.1-2021 CMA", "ISO 9001 认证");

    private HomePage() {}

    static void mount(PageRouter pages) {
        pages.get("/", Access.PUBLIC, HomePage::show);
    }

    private static Future<View> show(PageCall call) {
        return Future.succeededFuture(View.page("home/home.jte", Map.of("examples", EXAMPLES)));
    }
}
