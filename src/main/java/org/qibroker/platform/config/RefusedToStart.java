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

    /** A port that cannot be taken; the setting is {@code <section>.port}. */
    public static RefusedToStart listening(String section, String host, int port, Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        String fault = reason.contains("already in use") ? "is taken by another program" : "cannot be used: " + reason;
        return new RefusedToStart(
                "Port " + port + " of " + host + " " + fault + ". Choose another with --" + section + ".port=…", cause);
    }
}
