/**
 * What providers are and what they can do: profiles, sites, accreditations and the lines of their scopes, which are
 * bitemporal and never overwritten. Owns the tables {@code provider}, {@code site}, {@code accreditation},
 * {@code accreditation_site} and {@code capability}; says what changed with events of kind {@code provider}.
 */
@NullMarked
package org.qibroker.catalog;

import org.jspecify.annotations.NullMarked;
