package org.qibroker.shared;

import java.util.List;

/**
 * One fault at one place of an input.
 *
 * @param pointer JSON pointer to the place (RFC 6901), such as {@code /items/0/range/unit}; {@code ""} is the whole
 * @param code what is wrong, in kebab-case; the text is the message {@code fault.<code>}
 * @param arguments what the text mentions
 */
public record FieldFault(String pointer, String code, List<Object> arguments) {
    /** Copies the arguments. */
    public FieldFault {
        arguments = List.copyOf(arguments);
    }

    /** A fault with its arguments in a row. */
    public static FieldFault of(String pointer, String code, Object... arguments) {
        return new FieldFault(pointer, code, List.of(arguments));
    }

    /** The same fault seen from one level further out. */
    public FieldFault under(String prefix) {
        return new FieldFault(prefix + pointer, code, arguments);
    }
}
