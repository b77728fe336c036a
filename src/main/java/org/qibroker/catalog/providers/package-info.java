/**
 * What providers say of themselves and what coordinators make of it: profiles, sites, accreditations, and their
 * confirmation. Owns the tables {@code provider}, {@code site}, {@code accreditation} and {@code accreditation_site}.
 */
@NullMarked
package org.qibroker.catalog.providers;

import org.jspecify.annotations.NullMarked;
