package org.qibroker.matching.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
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

    /** Sets a range. */
    public static Change set(String path, RangeAsked range) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "min", range.min());
        put(node, "max", range.max());
        return new Change(Op.add, path, node.put("unit", range.unit()));
    }

    /** Sets a value. */
    public static Change set(String path, ValueAsked value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("value", value.value()).put("unit", value.unit());
        if (value.relative() != null) {
            node.put("relative", value.relative());
        }
        return new Change(Op.add, path, node);
    }

    private static void put(ObjectNode node, String member, @Nullable Double level) {
        if (level != null) {
            node.put(member, level);
        }
    }

    /** Takes a member away. */
    public static Change drop(String path) {
        return new Change(Op.remove, path, null);
    }
}
