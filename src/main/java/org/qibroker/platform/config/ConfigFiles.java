package org.qibroker.platform.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of {@code config/}: those in the working folder, where an operator may edit them, before those of the jar. */
public final class ConfigFiles {
    private ConfigFiles() {}

    /** Opens {@code config/<name>}, UTF-8. */
    public static Reader open(String name) {
        return override(name).orElseGet(() -> builtIn(name));
    }

    static Optional<Reader> override(String name) {
        Path file = Path.of("config", name);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newBufferedReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reader builtIn(String name) {
        InputStream stream = ConfigFiles.class.getResourceAsStream("/config/" + name);
        if (stream == null) {
            throw new IllegalStateException("config/" + name + " is missing from the jar");
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
