/** The page on which a table copied from a spreadsheet becomes a request: pasted, looked through, taken. */
@NullMarked
package org.qibroker.demand.paste;

import org.jspecify.annotations.NullMarked;
