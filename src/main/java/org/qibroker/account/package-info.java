/**
 * Organisations, their users and how users prove who they are. Owns the tables {@code organisation},
 * {@code user_account}, {@code refresh_token} and {@code web_session}.
 */
@NullMarked
package org.qibroker.account;

import org.jspecify.annotations.NullMarked;
