/**
 * Files that people send each other: kept in PostgreSQL with their digest, of the type that their content shows,
 * and given back as attachments that cannot script. Owns the tables {@code stored_file} and {@code stored_file_part}.
 */
@NullMarked
package org.qibroker.platform.files;

import org.jspecify.annotations.NullMarked;
