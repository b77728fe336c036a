/**
 * Reads plain sentences, Chinese or English, as demand items. A sentence is scanned once from left to right: at each
 * place small rules look at a bounded window for one fact each (a range, a date, a subject …). Then the facts are given
 * to the items they belong to. What no rule takes is given back as it was written.
 */
@NullMarked
package org.qibroker.matching.understanding;

import org.jspecify.annotations.NullMarked;
