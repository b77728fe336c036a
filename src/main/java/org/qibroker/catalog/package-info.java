/**
 * What providers are and what they can do: the words that other features know, and the façade they ask. Its rooms are
 * {@code providers}, {@code lines}, {@code prices}, {@code imports}, {@code index}, {@code lint}, {@code scope} (the
 * lab's table), {@code search}, {@code directory} and {@code plot}; the scopes are bitemporal and never overwritten. Says
 * what changed with events of kind {@code provider}.
 */
@NullMarked
package org.qibroker.catalog;

import org.jspecify.annotations.NullMarked;
