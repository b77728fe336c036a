package org.qibroker.matching.understanding.rules;

/**
 * A fact and where it stands.
 *
 * @param from first place of the folded text
 * @param to the place behind it
 */
public record Found(Fact fact, int from, int to) {}
