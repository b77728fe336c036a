package org.qibroker.catalog.index.words;

import java.util.Map;

/**
 * How far an index of words goes, as it is kept with it.
 *
 * @param number of the snapshot of lines that it belongs to
 * @param services how many services it has; so too the others
 */
record WordMark(int number, int services, int methods, int limitations) {
    /** Of an index that has nothing. */
    static final WordMark NOTHING = new WordMark(-1, 0, 0, 0);

    private static final String NUMBER = "number";
    private static final String SERVICES = "services";
    private static final String METHODS = "methods";
    private static final String LIMITATIONS = "limitations";

    Map<String, String> entries() {
        return Map.of(
                NUMBER, String.valueOf(number),
                SERVICES, String.valueOf(services),
                METHODS, String.valueOf(methods),
                LIMITATIONS, String.valueOf(limitations));
    }

    static WordMark of(Map<String, String> entries) {
        return new WordMark(
                number(entries, NUMBER),
                number(entries, SERVICES),
                number(entries, METHODS),
                number(entries, LIMITATIONS));
    }

    private static int number(Map<String, String> entries, String key) {
        return Integer.parseInt(entries.getOrDefault(key, "0"));
    }
}
