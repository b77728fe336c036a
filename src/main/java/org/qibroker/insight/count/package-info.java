/**
 * Counts what the event log tells: each thing that counts is one fact, and facts are summed up by month and by what figures
 * are broken down by. Owns the tables {@code insight_enterprise}, {@code insight_demand}, {@code insight_booking},
 * {@code insight_gap}, {@code insight_quote}, {@code insight_complaint}, {@code insight_resource}, {@code insight_served},
 * {@code insight_fact}, {@code insight_cell}, {@code insight_presence} and {@code insight_reach}, and the view
 * {@code insight_counted}.
 */
@NullMarked
package org.qibroker.insight.count;

import org.jspecify.annotations.NullMarked;
