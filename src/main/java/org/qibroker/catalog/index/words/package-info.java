/** The words of all scopes: found by Lucene in what lines have in common, scored line by line. */
@NullMarked
package org.qibroker.catalog.index.words;

import org.jspecify.annotations.NullMarked;
