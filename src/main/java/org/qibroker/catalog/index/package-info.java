/**
 * The lines of all scopes in the memory of a node: columns of numbers, ordered by subject, and one dictionary for each
 * part of a line. A state never changes; a change makes another that shares nearly everything. Reads the tables of the
 * catalog, owns none.
 */
@NullMarked
package org.qibroker.catalog.index;

import org.jspecify.annotations.NullMarked;
