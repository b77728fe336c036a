package org.qibroker.catalog.imports.table;

import java.util.Arrays;
import java.util.List;

/** A file that cannot be read; the text is the message {@code catalog.import.failure.<code>}. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final List<String> arguments;

    /** Refuses a file; the arguments say where, as the text expects them. */
    public UnreadableFile(String code, Object... arguments) {
        super(code + (arguments.length == 0 ? "" : " " + Arrays.toString(arguments)));
        this.code = code;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** The end of the message key. */
    public String code() {
        return code;
    }

    /** What the text mentions. */
    public List<String> arguments() {
        return arguments;
    }
}
