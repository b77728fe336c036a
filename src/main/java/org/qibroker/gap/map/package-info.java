/**
 * Where gaps are: by district and industry of the enterprises that wish. Owns the table {@code gap_enterprise}, which follows
 * from what organisations say of themselves.
 */
@NullMarked
package org.qibroker.gap.map;

import org.jspecify.annotations.NullMarked;
