/**
 * The way of a request into the broker and of the answer out of it: the contract and what is bound to it, bodies and
 * their validation, problems, idempotency. Owns the table {@code idempotency_key}.
 */
@NullMarked
package org.qibroker.platform.http;

import org.jspecify.annotations.NullMarked;
