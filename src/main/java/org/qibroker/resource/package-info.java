/**
 * What can be booked at a site, when, and who has it: opening hours, slots, holds, allocations. Owns the tables
 * {@code resource}, {@code resource_unit} and {@code allocation}.
 */
@NullMarked
package org.qibroker.resource;

import org.jspecify.annotations.NullMarked;
