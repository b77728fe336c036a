package org.qibroker.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.qibroker.shared.Sha256;

/**
 * SHA-256 over everything an event says and the hash of the event before it. The bytes do not depend on how a JSON
 * writer orders members or prints a number, so a hash computed before storing can be recomputed from what was stored.
 */
final class EventHash {
    private static final char FIELD_END = '\u001f';

    private EventHash() {}

    /** The hash of an event that follows one with the given hash (empty for the first). Its position is left out. */
    static byte[] of(byte[] previous, LoggedEvent event) {
        StringBuilder text = new StringBuilder(256);
        field(text, event.kind());
        field(text, event.stream());
        field(text, event.sequence());
        field(text, event.type());
        field(text, String.valueOf(event.actor()));
        field(text, String.valueOf(event.organisation()));
        field(text, event.actorName());
        event.parties().stream().map(Object::toString).sorted().forEach(party -> field(text, party));
        field(text, event.at());
        canonical(text, event.data());
        MessageDigest digest = Sha256.begin();
        digest.update(previous);
        return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void field(StringBuilder text, Object value) {
        text.append(value).append(FIELD_END);
    }

    private static void canonical(StringBuilder text, JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            text.append('{');
            members.forEach((name, value) -> canonical(text.append(name).append(':'), value));
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(item -> canonical(text, item));
            text.append(']');
        } else if (node.isNumber()) {
            text.append(number(node.decimalValue())).append(FIELD_END);
        } else {
            text.append(node.getNodeType()).append(node.asText()).append(FIELD_END);
        }
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
