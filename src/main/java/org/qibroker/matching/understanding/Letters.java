package org.qibroker.matching.understanding;

/** What characters are to a reader. */
final class Letters {
    private static final String COUNTERS = "把件台只支个套块根条组份张枚批瓶袋辆片种的";

    private Letters() {}

    static boolean han(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    /** Whether it may stand between a number and what is counted. */
    static boolean counts(char c) {
        return COUNTERS.indexOf(c) >= 0;
    }

    static boolean latin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}
