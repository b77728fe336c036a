package org.qibroker.platform.config;

/** A setting that is unknown or wrong. */
public final class SettingsException extends RefusedToStart {
    private static final long serialVersionUID = 1L;

    /** With the line to print. */
    public SettingsException(String line) {
        super(line);
    }
}
