/**
 * Scopes from files: what a file says is read, each cell that was not understood is reported by row and column, and what
 * was understood is published. Nothing is lost: the file and its findings are kept. This room is the job, from the taking
 * of a file to its end, and its front ends; {@code table} reads formats, {@code columns} headings, {@code rows} lines;
 * {@code changes} compares, {@code findings} reports, {@code exports} is the way back. Owns the tables {@code import} and
 * {@code import_part}; events of kind {@code import}.
 */
@NullMarked
package org.qibroker.catalog.imports;

import org.jspecify.annotations.NullMarked;
