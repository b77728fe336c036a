package org.qibroker.platform.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Cookies;
import org.qibroker.platform.security.Secret;
import org.qibroker.platform.security.WebSession;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Refusal.Kind;

/**
 * The token that a form has to carry so that no other site can send it (CSRF). Whoever has signed in has one with the
 * session; a visitor has one in a cookie.
 */
final class FormToken {
    /** Name of the hidden field. */
    static final String FIELD = "_csrf";

    private static final String VISITOR_COOKIE = "qi_visitor";
    private static final long A_DAY = 86_400;

    private FormToken() {}

    /** The token for the forms of a page; a visitor without one gets one. */
    static String of(RoutingContext context, @Nullable WebSession session) {
        if (session != null) {
            return session.csrf();
        }
        Cookie cookie = context.request().getCookie(VISITOR_COOKIE);
        if (cookie != null) {
            return cookie.getValue();
        }
        String token = Secret.next();
        context.response().addCookie(Cookies.of(context, VISITOR_COOKIE, token, A_DAY));
        return token;
    }

    /**
     * Checks a form that was sent.
     *
     * @throws Refusal FORBIDDEN if it does not carry the sender's token
     */
    static void check(RoutingContext context, @Nullable WebSession session) {
        String sent = context.request().getFormAttribute(FIELD);
        Cookie cookie = context.request().getCookie(VISITOR_COOKIE);
        String visitor = cookie == null ? "" : cookie.getValue();
        String wanted = session == null ? visitor : session.csrf();
        if (sent == null || wanted.isEmpty() || !same(sent, wanted)) {
            throw new Refusal(Kind.FORBIDDEN, "form-expired");
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
