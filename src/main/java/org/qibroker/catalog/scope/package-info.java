/**
 * The provider's own table of its scope: lines found, added, changed, copied, ended and mended one by one, with what is
 * doubtful about each; prices and turnaround; and a picture of all lines of a subject.
 */
@NullMarked
package org.qibroker.catalog.scope;

import org.jspecify.annotations.NullMarked;
