/**
 * Quality-tackling projects (产业质量攻关项目) that close gaps, as drafts of coordinators. Owns the tables {@code project} and
 * {@code project_participant}; events of kind {@code project}.
 */
@NullMarked
package org.qibroker.project;

import org.jspecify.annotations.NullMarked;
