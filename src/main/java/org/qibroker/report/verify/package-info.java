/**
 * Whether a report is genuine, for anybody who holds one: by its number and code, or by its file. Owns no table.
 */
@NullMarked
package org.qibroker.report.verify;

import org.jspecify.annotations.NullMarked;
