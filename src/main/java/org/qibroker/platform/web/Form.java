package org.qibroker.platform.web;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.qibroker.platform.http.Inputs;

/** The fields of a form as they were sent; blank ones count as absent. */
public final class Form {
    private final MultiMap fields;

    Form(MultiMap fields) {
        this.fields = fields;
    }

    /** A field, {@code ""} if absent. */
    public String text(String name) {
        return optional(name).orElse("");
    }

    /** A field without blanks around it, if it says anything. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** All values of a field that may be there several times. */
    public List<String> all(String name) {
        return fields.getAll(name);
    }

    /** Whether the field or button was sent at all. */
    public boolean has(String name) {
        return fields.contains(name);
    }

    /** Names of all fields sent. */
    public List<String> names() {
        return List.copyOf(fields.names());
    }

    /** The fields as numbers, dates and ids; what is none is refused with {@code /<name>} as its place. */
    public Inputs inputs() {
        return new Inputs(this::optional);
    }
}
