/**
 * Takes files apart into rows of texts, one at a time and within bounds: delimited text, workbooks (ECMA-376), JSON. Knows
 * nothing of what the rows mean, nor of any database. Whatever cannot be read is refused with the place and a word that
 * says why.
 */
@NullMarked
package org.qibroker.catalog.imports.table;

import org.jspecify.annotations.NullMarked;
