/** What tests of the whole broker stand on. */
@NullMarked
package org.qibroker.support;

import org.jspecify.annotations.NullMarked;
