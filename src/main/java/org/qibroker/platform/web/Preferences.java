package org.qibroker.platform.web;

import io.vertx.core.Future;
import java.time.Duration;
import org.qibroker.platform.http.Exchange;

/** The reader's choice of language and theme, kept in cookies. */
final class Preferences {
    private static final long A_YEAR = Duration.ofDays(365).toSeconds();

    private Preferences() {}

    static void mount(PageRouter pages) {
        pages.post("/preferences", Access.PUBLIC, Preferences::choose);
    }

    private static Future<View> choose(PageCall call) {
        Form form = call.form();
        form.optional("lang")
                .ifPresent(lang -> call.cookie(
                        Exchange.LANGUAGE_COOKIE, Exchange.language(lang).getLanguage(), A_YEAR));
        form.optional("theme")
                .ifPresent(theme -> call.cookie("qi_theme", theme.equals("dark") ? "dark" : "light", A_YEAR));
        return Future.succeededFuture(View.seeOther(LocalPath.orHome(form.text("back"))));
    }
}
