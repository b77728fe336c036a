/**
 * Organisations and their users. Owns the tables {@code organisation} and {@code user_account}.
 */
@NullMarked
package org.qibroker.account;

import org.jspecify.annotations.NullMarked;
