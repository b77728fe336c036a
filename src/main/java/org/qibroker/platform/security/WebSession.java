package org.qibroker.platform.security;

import org.qibroker.shared.Caller;

/**
 * Somebody signed in by browser.
 *
 * @param id the secret of the cookie; only its hash is kept
 * @param caller who it is
 * @param csrf what every form of the session has to carry
 */
public record WebSession(String id, Caller caller, String csrf) {
    /** Name of the cookie: HttpOnly, SameSite=Lax, Secure where the public address is https. */
    public static final String COOKIE = "qi_session";

    @Override
    public String toString() {
        return "WebSession[" + caller.userId() + "]";
    }
}
