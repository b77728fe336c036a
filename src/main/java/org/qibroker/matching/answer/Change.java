package org.qibroker.matching.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Json;

/**
 * One step of a JSON patch (RFC 6902) on the body of a match.
 *
 * @param path a JSON pointer (RFC 6901) into the body
 * @param value what then stands there; absent if nothing does
 */
public record Change(Op op, String path, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode value) {
    /** What a step does. */
    public enum Op {
        /** Sets a member, whether it was there or not. */
        add,
        /** Takes a member away. */
        remove
    }

    /** Sets a member. */
    public static Change set(String path, Object value) {
        return new Change(Op.add, path, Json.mapper().valueToTree(value));
    }

    /** Takes a member away. */
    public static Change drop(String path) {
        return new Change(Op.remove, path, null);
    }
}
