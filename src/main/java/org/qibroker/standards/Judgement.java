package org.qibroker.standards;

/** What a standard offered is worth to someone who asks for one. */
public enum Judgement {
    /** The standard and edition asked for, any edition if none was asked for, or a recorded identical adoption. */
    COVERED,
    /** The standard, in an edition older than asked for. */
    PARTLY_OTHER_EDITION,
    /** The standard, in an edition newer than asked for: worth a warning, never coverage. */
    PARTLY_NEWER_EDITION,
    /** The standard, without saying in which edition, though one was asked for. */
    UNDECIDABLE_UNDATED,
    /** Another standard. */
    DIFFERENT
}
