package org.qibroker.catalog.imports;

/** A file that cannot be read at all; the text is the message {@code catalog.import.failure.<code>}. */
final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnreadableFile(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
