/**
 * Complaints of enterprises (ISO/IEC 17025:2017, 7.9; GB/T 27025): received, acknowledged, answered, and decided by a
 * coordinator where the two sides do not agree. Owns the table {@code complaint} and the events of kind
 * {@code complaint}.
 */
@NullMarked
package org.qibroker.feedback.complaint;

import org.jspecify.annotations.NullMarked;
