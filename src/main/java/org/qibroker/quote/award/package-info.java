/** Comparing the quotes of a demand and awarding them: offers become bookings, all or none, and the rest are told. */
@NullMarked
package org.qibroker.quote.award;

import org.jspecify.annotations.NullMarked;
