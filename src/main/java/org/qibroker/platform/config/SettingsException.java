package org.qibroker.platform.config;

/** A setting that is unknown or wrong; the message is one line for the operator. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the line to print. */
    public SettingsException(String line) {
        super(line);
    }
}
