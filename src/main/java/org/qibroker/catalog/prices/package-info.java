/**
 * What providers ask for lines that do not say it themselves: by subject, or for all. Owns the table {@code price_rule}.
 */
@NullMarked
package org.qibroker.catalog.prices;

import org.jspecify.annotations.NullMarked;
