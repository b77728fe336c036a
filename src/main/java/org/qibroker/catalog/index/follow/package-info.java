/** Keeps the lines in memory in step with the database. Reads the tables of the catalog, owns none. */
@NullMarked
package org.qibroker.catalog.index.follow;

import org.jspecify.annotations.NullMarked;
