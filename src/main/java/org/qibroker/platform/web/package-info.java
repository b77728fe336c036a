/**
 * Pages: their routes, sessions and form tokens, rendering, live updates, static files. Owns no table.
 */
@NullMarked
package org.qibroker.platform.web;

import org.jspecify.annotations.NullMarked;
