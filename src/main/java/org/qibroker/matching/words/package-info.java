/**
 * Words of metrology, testing, certification and standards: which mean the same, which mean more, and how people spell
 * them. What covers what is recorded in {@code config/thesaurus.csv} and nowhere else; spelling helps to find a word, and
 * never makes one cover another.
 */
@NullMarked
package org.qibroker.matching.words;

import org.jspecify.annotations.NullMarked;
