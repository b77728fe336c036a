/** Pictures of how well a range is measured, as coordinates; templates draw them. */
@NullMarked
package org.qibroker.catalog.plot;

import org.jspecify.annotations.NullMarked;
