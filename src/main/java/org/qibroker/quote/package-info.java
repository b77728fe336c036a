/**
 * Asking providers for quotes and giving them: requests, answers in revisions, deadlines. Owns the tables
 * {@code quote_request}, {@code quote}, {@code quote_item} and {@code quote_award} and the events of kind {@code quote}. What one provider offers, another never sees.
 */
@NullMarked
package org.qibroker.quote;

import org.jspecify.annotations.NullMarked;
