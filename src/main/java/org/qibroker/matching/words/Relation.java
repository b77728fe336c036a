package org.qibroker.matching.words;

/** How a word offered covers the word asked; the closest first. */
public enum Relation {
    /** The same word. */
    EXACT,
    /** Another word for the same. */
    SYNONYM,
    /** A word for more than was asked. */
    BROADER
}
