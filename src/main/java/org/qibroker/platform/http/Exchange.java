package org.qibroker.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What every exchange has, whichever door it came through: a request id, a language, safe headers, a time to end by. */
public final class Exchange implements Handler<RoutingContext> {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String LOCALE = "locale";
    private static final String TLS = "tls";
    private static final String REMOTE_ADDRESS = "remote-address";
    private static final String DEADLINES = "deadlines";
    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern MALFORMED_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String A_YEAR = "max-age=31536000";

    /** Name of the cookie that keeps the reader's choice of language. */
    public static final String LANGUAGE_COOKIE = "qi_lang";

    private final Deadlines deadlines;
    private final boolean publicTls;
    private final List<String> trustedProxies;

    /** What goes with every answer, made and looked through once. */
    private final MultiMap safe;

    /** Exchanges of a broker whose public address is https, or is not, and that believes these proxies. */
    public Exchange(Deadlines deadlines, boolean publicTls, List<String> trustedProxies) {
        this.deadlines = deadlines;
        this.publicTls = publicTls;
        this.trustedProxies = trustedProxies;
        this.safe = safe(publicTls);
    }

    private static MultiMap safe(boolean publicTls) {
        MultiMap headers = HttpHeaders.headers()
                .set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin");
        return (publicTls ? headers.set("Strict-Transport-Security", A_YEAR) : headers).copy(false);
    }

    @Override
    public void handle(RoutingContext context) {
        String asked = context.request().getHeader(REQUEST_ID);
        boolean usable = asked != null && REQUEST_ID_FORM.matcher(asked).matches();
        String id = usable ? asked : fresh();
        context.put(REQUEST_ID, id);
        context.put(LOCALE, chosen(context));
        context.response().headers().setAll(safe).set(REQUEST_ID, id);
        context.put(DEADLINES, deadlines);
        context.put(TLS, publicTls);
        context.put(REMOTE_ADDRESS, remoteAddress(context.request()));
        String uri = context.request().uri();
        if (uri.indexOf('%') >= 0 && MALFORMED_ESCAPE.matcher(uri).find()) {
            context.fail(400);
        } else {
            context.next();
        }
    }

    /** An id that no other exchange has; it is no secret. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static Locale chosen(RoutingContext context) {
        Cookie cookie = context.request().getCookie(LANGUAGE_COOKIE);
        if (cookie != null) {
            return language(cookie.getValue());
        }
        String accepted = context.request().getHeader("Accept-Language");
        return language(accepted == null ? "zh" : accepted);
    }

    /** English if the tag or list of tags begins with it, else Chinese. */
    public static Locale language(String tags) {
        return tags.trim().toLowerCase(Locale.ROOT).startsWith("en") ? Messages.EN : Messages.ZH;
    }

    /** Gives the exchange so many milliseconds more; if it has not ended by then, it fails with 503. */
    public static void limit(RoutingContext context, long milliseconds) {
        context.<Deadlines>get(DEADLINES).set(context, milliseconds);
    }

    /** Language of the exchange. */
    public static Locale locale(RoutingContext context) {
        Locale locale = context.get(LOCALE);
        return locale == null ? Messages.ZH : locale;
    }

    /** Id of the exchange. */
    public static String requestId(RoutingContext context) {
        String id = context.get(REQUEST_ID);
        return id == null ? "" : id;
    }

    /** Whether the browser speaks TLS with the proxy before the broker, so that cookies must not go without. */
    static boolean overTls(RoutingContext context) {
        return Boolean.TRUE.equals(context.get(TLS));
    }

    /** The address the request came from. */
    public static String remoteAddress(RoutingContext context) {
        return String.valueOf(context.<String>get(REMOTE_ADDRESS));
    }

    private String remoteAddress(HttpServerRequest request) {
        String peer = String.valueOf(request.remoteAddress().hostAddress());
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trustedProxies.contains(peer)) {
            return peer;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
