/**
 * Scopes from files: what a file says is read, each cell that was not understood is reported by row and column, and what
 * was understood is published. Nothing is lost: the file, its rows and the findings are kept. Owns the tables
 * {@code import}, {@code import_line} and {@code import_finding}; events of kind {@code import}.
 */
@NullMarked
package org.qibroker.catalog.imports;

import org.jspecify.annotations.NullMarked;
