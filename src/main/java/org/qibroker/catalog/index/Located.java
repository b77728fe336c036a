package org.qibroker.catalog.index;

import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;

/**
 * What is known of a place.
 *
 * @param number of the provider among all there are
 * @param priced whether the provider has prices that lines do not say themselves
 * @param holdings marks that the site may use
 */
@SuppressWarnings("ArrayRecordComponent")
public record Located(Provider provider, Site site, int number, boolean priced, Holding[] holdings) {}
