package org.qibroker.platform.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/** Cookies as the broker sets them: for the whole site, out of reach of scripts, not sent from elsewhere. */
public final class Cookies {
    private Cookies() {}

    /** A cookie for so many seconds; 0 removes it. */
    public static Cookie of(RoutingContext context, String name, String value, long maxAgeSeconds) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(Exchange.overTls(context))
                .setMaxAge(maxAgeSeconds);
    }
}
