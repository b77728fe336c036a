package org.qibroker.platform.web;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.qibroker.platform.http.Exchange;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Language;

/** The reader's choice of language and theme, kept in cookies; whoever knows the reader is told of the language. */
public final class Preferences {
    private static final long A_YEAR = Duration.ofDays(365).toSeconds();

    private final Listener listener;

    Preferences(Listener listener) {
        this.listener = listener;
    }

    /** Who is told what somebody signed in chose. */
    @FunctionalInterface
    public interface Listener {
        /** Somebody wants to read in a language from now on. */
        Future<Void> chosen(Caller who, Language language);
    }

    void mount(PageRouter pages) {
        pages.post("/preferences", Access.PUBLIC, this::choose);
    }

    private Future<View> choose(PageCall call) {
        Form form = call.form();
        Optional<Locale> language = form.optional("lang").map(Exchange::language);
        language.ifPresent(chosen -> call.cookie(Exchange.LANGUAGE_COOKIE, chosen.getLanguage(), A_YEAR));
        form.optional("theme")
                .ifPresent(theme -> call.cookie("qi_theme", theme.equals("dark") ? "dark" : "light", A_YEAR));
        return told(call.caller(), language).map(View.seeOther(LocalPath.orHome(form.text("back"))));
    }

    private Future<Void> told(Caller caller, Optional<Locale> language) {
        return language.filter(chosen -> caller.signedIn())
                .map(chosen -> listener.chosen(caller, Language.of(chosen)))
                .orElseGet(Future::succeededFuture);
    }
}
