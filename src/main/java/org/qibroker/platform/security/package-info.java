/**
 * Keys, tokens, passwords, rate limits, and the interface by which the edge learns who asks. Owns no table; what is kept
 * of users, tokens and sessions belongs to {@code account}.
 */
@NullMarked
package org.qibroker.platform.security;

import org.jspecify.annotations.NullMarked;
