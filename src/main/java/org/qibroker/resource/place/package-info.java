/** Places of a resource, as they are asked for, kept and taken. */
@NullMarked
package org.qibroker.resource.place;

import org.jspecify.annotations.NullMarked;
