/**
 * Quantities, units, ranges and uncertainties, as scopes of laboratories write them; words as in the VIM (JCGM 200).
 *
 * <p>What is not surely understood is never guessed: a parser answers empty or {@link
 * org.qibroker.measure.TextOnly}. JDK only; pure and immutable throughout; owns no table.
 */
@NullMarked
package org.qibroker.measure;

import org.jspecify.annotations.NullMarked;
