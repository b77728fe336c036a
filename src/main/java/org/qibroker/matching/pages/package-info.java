/** Pages that show a match. */
@NullMarked
package org.qibroker.matching.pages;

import org.jspecify.annotations.NullMarked;
