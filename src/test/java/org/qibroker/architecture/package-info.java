/** The rules of the house, each with a planted violation that shows it can fail. Owns no table. */
@NullMarked
package org.qibroker.architecture;

import org.jspecify.annotations.NullMarked;
