package org.qibroker.catalog.index;

import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;

/**
 * What is known of a place.
 *
 * @param priced whether the provider has prices that lines do not say themselves
 */
public record Located(Provider provider, Site site, boolean priced) {}
