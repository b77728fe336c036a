/** Which times a resource offers, as pure functions of its hours, the calendar and the moment. Owns no table. */
@NullMarked
package org.qibroker.resource.offer;

import org.jspecify.annotations.NullMarked;
