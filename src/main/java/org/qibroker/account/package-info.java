/**
 * Organisations and their users, and how far each sees beyond its own ({@link org.qibroker.account.Jurisdiction}). Owns the
 * tables {@code organisation} and {@code user_account}.
 */
@NullMarked
package org.qibroker.account;

import org.jspecify.annotations.NullMarked;
