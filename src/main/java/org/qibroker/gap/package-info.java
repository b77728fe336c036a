/**
 * Unmet demand: what enterprises wished for and nobody could do, as typed gaps (测不准, 检不了, 少标准). Coordinators may correct
 * the type, part and join gaps and note things; enterprises say "me too"; anybody sees what is wanted, and by how many.
 * Owns the tables {@code gap_correction}, {@code gap_note}, {@code gap_closure} and {@code gap_proposal}; events of kind
 * {@code gap}, whose streams are gaps.
 */
@NullMarked
package org.qibroker.gap;

import org.jspecify.annotations.NullMarked;
