package org.qibroker.matching.understanding.rules;

/** What characters are to a reader. */
public final class Letters {
    private static final String COUNTERS = "把件台只支个套块根条组份张枚批瓶袋辆片种的";

    private Letters() {}

    /** Whether it is a Chinese character. */
    public static boolean han(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    /** Whether it may stand between a number and what is counted. */
    static boolean counts(char c) {
        return COUNTERS.indexOf(c) >= 0;
    }

    /** Whether it is a Latin letter. */
    public static boolean latin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}
