/**
 * The second factor of signing in: time-based one-time passwords (RFC 6238) and recovery codes, and the challenge between
 * password and code. Owns the tables {@code second_factor}, {@code recovery_code} and {@code sign_in_challenge}.
 */
@NullMarked
package org.qibroker.account.factor;

import org.jspecify.annotations.NullMarked;
