package org.qibroker.catalog.lint;

/** A place within a line. */
public enum Field {
    /** What is served. */
    SUBJECT("subject"),
    /** What is measured on it. */
    PARAMETER("parameter"),
    /** The quantity kind. */
    QUANTITY("quantity"),
    /** Over which range. */
    RANGE("range"),
    /** Under which conditions. */
    CONDITIONS("conditions"),
    /** How well. */
    UNCERTAINTY("uncertainty"),
    /** By which methods. */
    METHODS("methods"),
    /** What is excluded. */
    LIMITATION("limitation"),
    /** Marks a report may carry. */
    MARKS("marks");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** The name in the contract, in scope files and in forms. */
    public String key() {
        return key;
    }
}
