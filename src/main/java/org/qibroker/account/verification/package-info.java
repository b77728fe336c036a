/**
 * Coordinators verify what organisations have stated of themselves: confirm it, or refuse it with a reason. Owns the table
 * {@code organisation_verification}.
 *
 * <p>The domain makes nothing depend on it but trust: whether an organisation is verified is shown wherever it introduces
 * itself, and what may be relied upon in a match – accreditations, sites – is confirmed one by one elsewhere. An
 * organisation that was refused mends what it stated, which asks for another look.
 */
@NullMarked
package org.qibroker.account.verification;

import org.jspecify.annotations.NullMarked;
