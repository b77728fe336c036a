/**
 * Reports of uptake by month and year: as a page, to be printed, and as files; and who is told when
 * one is there. Owns the table {@code insight_report}.
 */
@NullMarked
package org.qibroker.insight.report;

import org.jspecify.annotations.NullMarked;
