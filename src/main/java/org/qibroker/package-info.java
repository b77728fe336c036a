/** Entry point and the object graph: who starts what, on one page. */
@NullMarked
package org.qibroker;

import org.jspecify.annotations.NullMarked;
