package org.qibroker.platform.config;

/** Why the broker cannot start; the message is one line that tells the operator what to do. */
public class RefusedToStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the line to print. */
    public RefusedToStart(String line) {
        super(line);
    }

    /** With the line to print, and what it came from. */
    public RefusedToStart(String line, Throwable cause) {
        super(line, cause);
    }
}
