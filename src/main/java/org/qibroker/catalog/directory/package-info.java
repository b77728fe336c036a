/**
 * The providers as others look for them: a list that is filtered and counted by kind of body, district, mark and family,
 * and a profile of what each can do, drawn from the scopes in memory. Owns no table.
 */
@NullMarked
package org.qibroker.catalog.directory;

import org.jspecify.annotations.NullMarked;
