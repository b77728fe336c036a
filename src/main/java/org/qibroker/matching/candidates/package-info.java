/**
 * Finds the sites whose lines together answer an item: scans the lines of its subject, joins them and keeps what answers
 * best. Pure.
 */
@NullMarked
package org.qibroker.matching.candidates;

import org.jspecify.annotations.NullMarked;
