/**
 * The whole database as one file, and back: a ZIP with the rows of each table as PostgreSQL's COPY writes them, and a
 * manifest with their counts and checksums. It needs no tool beside the broker.
 */
@NullMarked
package org.qibroker.platform.database.backup;

import org.jspecify.annotations.NullMarked;
