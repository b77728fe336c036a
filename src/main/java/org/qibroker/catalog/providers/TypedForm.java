package org.qibroker.catalog.providers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.web.Form;

/**
 * What was typed into that form of the page which was refused; the others show what is known.
 *
 * @param id which form it was, empty where none was refused
 * @param fields all values of each field
 */
public record TypedForm(String id, Map<String, List<String>> fields) {
    static final TypedForm NONE = new TypedForm("", Map.of());

    static TypedForm of(String id, Form form) {
        return new TypedForm(
                id, form.names().stream().distinct().collect(Collectors.toMap(Function.identity(), form::all)));
    }

    /** Whether it was this form. */
    public boolean is(String form) {
        return id.equals(form);
    }

    /** What a field of a form shows: what was typed, else what is known. */
    public String text(String form, String field, @Nullable String known) {
        String shown = is(form)
                ? fields.getOrDefault(field, List.of()).stream().findFirst().orElse("")
                : known;
        return shown == null ? "" : shown;
    }

    /** Whether a value of a field of a form is chosen: as it was sent, else as it is known. */
    public boolean chosen(String form, String field, String value, boolean known) {
        return is(form) ? fields.getOrDefault(field, List.of()).contains(value) : known;
    }
}
