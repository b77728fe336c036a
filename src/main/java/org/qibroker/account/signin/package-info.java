/**
 * Signing in and out, by password and second factor, in browsers and by tokens; where users are signed in. Owns the tables
 * {@code refresh_token}, {@code web_session} and {@code password_reset}.
 */
@NullMarked
package org.qibroker.account.signin;

import org.jspecify.annotations.NullMarked;
