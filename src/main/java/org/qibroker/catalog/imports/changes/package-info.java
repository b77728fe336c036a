/**
 * What a file would change about a scope, and did: its rows are put down, compared with what is believed, and stated.
 * Owns the table {@code import_change}.
 */
@NullMarked
package org.qibroker.catalog.imports.changes;

import org.jspecify.annotations.NullMarked;
