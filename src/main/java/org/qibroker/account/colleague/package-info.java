/**
 * Colleagues: who acts for an organisation, and whom its members have invited. Owns the table {@code invitation}.
 */
@NullMarked
package org.qibroker.account.colleague;

import org.jspecify.annotations.NullMarked;
