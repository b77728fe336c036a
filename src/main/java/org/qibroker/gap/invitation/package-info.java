/**
 * Providers that coordinators ask to close a gap, and what they answer. Owns the table {@code gap_invitation}; its events
 * belong to the gaps.
 */
@NullMarked
package org.qibroker.gap.invitation;

import org.jspecify.annotations.NullMarked;
