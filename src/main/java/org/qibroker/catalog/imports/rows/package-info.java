/**
 * Rows of a scope file and what they say: a sheet is taken apart row by row, and each row becomes a line of a scope, or
 * a finding that says why it cannot.
 */
@NullMarked
package org.qibroker.catalog.imports.rows;

import org.jspecify.annotations.NullMarked;
