/** The command line: runs the broker, and does things to its database beside it. Owns no table. */
@NullMarked
package org.qibroker.cli;

import org.jspecify.annotations.NullMarked;
