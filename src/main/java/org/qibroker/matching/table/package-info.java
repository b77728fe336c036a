/** Reads tables pasted from spreadsheets into items of a request: cells as text, headings in Chinese or English, or none. */
@NullMarked
package org.qibroker.matching.table;

import org.jspecify.annotations.NullMarked;
