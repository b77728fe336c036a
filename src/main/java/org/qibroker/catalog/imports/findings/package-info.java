/** What is found about a scope file, by row and column. Owns the table {@code import_finding}. */
@NullMarked
package org.qibroker.catalog.imports.findings;

import org.jspecify.annotations.NullMarked;
