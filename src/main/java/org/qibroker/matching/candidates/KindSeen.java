package org.qibroker.matching.candidates;

/**
 * How an item sees lines whose range is of certain kinds.
 *
 * @param asked what is asked of lines of the kind they are read in
 * @param ranged whether their ranges are in a unit of that kind
 * @param again whether each of them has to be read again, in another kind than it was understood in at first
 * @param verdicts of the gate QUANTITY; lines that the item cannot be answered by are not covered
 */
record KindSeen(KindAsked asked, boolean ranged, boolean again, long verdicts) {}
