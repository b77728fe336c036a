package org.qibroker.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Cookies;
import org.qibroker.platform.http.ErrorMapper;
import org.qibroker.platform.http.Exchange;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.http.Problem;
import org.qibroker.platform.security.WebSession;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Glossary;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/** Writes views, forms shown again and error pages. */
final class PageWriter {
    private static final String FLASH_COOKIE = "qi_flash";
    private static final String THEME_COOKIE = "qi_theme";
    private static final long FLASH_SECONDS = 60;
    private static final int UNPROCESSABLE = 422;

    private final Messages messages;
    private final ErrorMapper errors;
    private final Templates templates = new Templates();
    private final PageContext.Voice voice;

    PageWriter(Messages messages, Glossary glossary, ErrorMapper errors) {
        this.messages = messages;
        this.errors = errors;
        this.voice = new PageContext.Voice(messages, glossary, templates);
    }

    /** Answers with a view. */
    void write(RoutingContext context, @Nullable WebSession session, View view) {
        String flash = view.flash();
        if (flash != null) {
            context.response().addCookie(Cookies.of(context, FLASH_COOKIE, flash, FLASH_SECONDS));
        }
        String location = view.location();
        Throwable failure = view.failure();
        ApiReply file = view.file();
        if (file != null) {
            file.send(context.response());
        } else if (location != null) {
            seeOther(context, location);
        } else if (failure != null) {
            refused(context, session, view, failure);
        } else {
            page(context, session, view, null, 200);
        }
    }

    private void refused(RoutingContext context, @Nullable WebSession session, View view, Throwable failure) {
        Refusal refusal = errors.refusal(failure);
        switch (refusal.kind()) {
            case BROKEN, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, UNAVAILABLE -> context.fail(failure);
            case TOO_MANY -> page(context, session, view, refusal, Problem.status(refusal.kind()));
            default -> page(context, session, view, refusal, UNPROCESSABLE);
        }
    }

    private void page(
            RoutingContext context, @Nullable WebSession session, View view, @Nullable Refusal refusal, int status) {
        String template = String.valueOf(view.template());
        send(context, templates.render(template, view.params(), context(context, session, refusal)), status);
    }

    private PageContext context(RoutingContext context, @Nullable WebSession session, @Nullable Refusal refusal) {
        Caller caller = session == null ? Caller.ANONYMOUS : session.caller();
        PageContext.Reader reader = new PageContext.Reader(
                caller, FormToken.of(context, session), Exchange.locale(context), theme(context));
        return new PageContext(voice, reader, context.request().uri(), refusal, takeFlash(context));
    }

    private static String theme(RoutingContext context) {
        Cookie cookie = context.request().getCookie(THEME_COOKIE);
        return cookie == null || !cookie.getValue().equals("dark") ? "light" : "dark";
    }

    private @Nullable String takeFlash(RoutingContext context) {
        Cookie cookie = context.request().getCookie(FLASH_COOKIE);
        boolean refresh = "true".equals(context.request().getHeader("HX-Request"));
        if (cookie == null || refresh || !messages.has(cookie.getValue())) {
            return null;
        }
        String key = cookie.getValue();
        context.response().addCookie(Cookies.of(context, FLASH_COOKIE, "", 0));
        return key;
    }

    private static void send(RoutingContext context, Buffer html, int status) {
        HttpServerResponse response = context.response();
        if (!response.ended()) {
            response.setStatusCode(status)
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Vary", "HX-Request, Cookie, Accept-Language")
                    .end(html);
        }
    }

    /** 303 to a page of the broker itself. */
    static void seeOther(RoutingContext context, String location) {
        context.response().setStatusCode(303).putHeader("Location", location).end();
    }

    /** Answers what failed: visitors are asked to sign in, everyone else sees the error page. */
    void failed(RoutingContext context, @Nullable WebSession session) {
        Refusal refusal = errors.refusal(context.failure(), context.statusCode());
        boolean reading = context.request().method().equals(HttpMethod.GET);
        if (context.response().headWritten()) {
            context.response().reset();
        } else if (refusal.kind() == Kind.UNAUTHENTICATED
                && !context.request().path().equals("/sign-in")) {
            signIn(context, reading ? context.request().uri() : "/");
        } else {
            errorPage(context, session, refusal);
        }
    }

    private static void signIn(RoutingContext context, String back) {
        String location = "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        if ("true".equals(context.request().getHeader("HX-Request"))) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("HX-Redirect", location)
                    .end();
        } else {
            seeOther(context, location);
        }
    }

    private void errorPage(RoutingContext context, @Nullable WebSession session, Refusal refusal) {
        int status = Problem.status(refusal.kind());
        ErrorMapper.log(refusal, context.failure(), Exchange.requestId(context), context);
        ErrorMapper.head(context.response(), refusal, status);
        Map<String, Object> params = Map.of("status", status, "requestId", Exchange.requestId(context));
        page(context, session, View.page("layout/error.jte", params), refusal, status);
    }
}
