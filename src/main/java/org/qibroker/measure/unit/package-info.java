/**
 * Units and the kinds of quantities they measure: the registry of {@code config/units.csv} and {@code
 * config/quantities.csv}, its notations, and which kind is meant where a unit serves several. JDK only; owns no table.
 */
@NullMarked
package org.qibroker.measure.unit;

import org.jspecify.annotations.NullMarked;
