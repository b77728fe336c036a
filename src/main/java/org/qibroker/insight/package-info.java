/**
 * Uptake: how much, by whom and how well the services are used. Each figure is defined once ({@link
 * org.qibroker.insight.Figure}) and made of what {@code insight.count} counts from the event log. Owns no table itself.
 */
@NullMarked
package org.qibroker.insight;

import org.jspecify.annotations.NullMarked;
