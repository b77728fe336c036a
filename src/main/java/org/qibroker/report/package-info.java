/**
 * Reports: their files, the results they state, drafts of them, every version that was issued, and whether one is
 * genuine. Owns the table {@code report_content} and the events of kind {@code report}, whose stream is the booking; what
 * number a report has and which version stands is the booking's.
 */
@NullMarked
package org.qibroker.report;

import org.jspecify.annotations.NullMarked;
