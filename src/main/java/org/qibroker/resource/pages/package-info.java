/** A provider's pages of what it offers to be booked. Owns no table. */
@NullMarked
package org.qibroker.resource.pages;

import org.jspecify.annotations.NullMarked;
