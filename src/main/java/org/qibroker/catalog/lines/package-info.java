/**
 * What is stated about lines of scopes, and how it changes: a file against the scope in force, single lines by hand.
 * Nothing is overwritten; what was believed stays known. Owns the table {@code capability}.
 */
@NullMarked
package org.qibroker.catalog.lines;

import org.jspecify.annotations.NullMarked;
