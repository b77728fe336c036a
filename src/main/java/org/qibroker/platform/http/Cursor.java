package org.qibroker.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.qibroker.shared.Refusal;

/** Where the next part of a list begins, in a form that callers pass back and do not read. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** A cursor that holds the sort key of the last item given. */
    public static String of(Object... parts) {
        String joined = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a cursor.
     *
     * @throws Refusal BAD_INPUT if it was not given by {@link #of} with as many parts
     */
    public static List<String> parts(String cursor, int count) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(joined.split(SEPARATOR, -1));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(notBase64);
        }
        throw Refusal.badInput("/cursor", "cursor");
    }
}
