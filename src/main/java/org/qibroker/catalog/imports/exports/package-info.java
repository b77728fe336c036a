/** Scopes as files: CSV and workbooks that an import takes again without a difference, and files with remarks. */
@NullMarked
package org.qibroker.catalog.imports.exports;

import org.jspecify.annotations.NullMarked;
