/**
 * What the columns of a scope file are: where its header is, what its headings mean, and what a provider has said of
 * them, which is remembered for its next files. Owns the table {@code import_column}.
 */
@NullMarked
package org.qibroker.catalog.imports.columns;

import org.jspecify.annotations.NullMarked;
