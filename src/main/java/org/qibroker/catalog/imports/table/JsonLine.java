package org.qibroker.catalog.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of one line as texts. */
final class JsonLine {
    /** Where a line stands that has no members. */
    private static final String NO_MEMBER = "#";

    private JsonLine() {}

    static Map<String, String> of(JsonNode line) {
        if (CmcLine.is(line)) {
            return CmcLine.of(line);
        }
        if (!line.isObject()) {
            return Map.of(NO_MEMBER, text(line));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        line.properties().forEach(member -> cells.put(member.getKey(), text(member.getValue())));
        return cells;
    }

    /** A value as a cell would hold it; an array as several values of one cell. */
    static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(part -> texts.add(text(part)));
            return String.join("；", texts);
        }
        String text = value.isObject() ? value.toString() : value.isNull() ? "" : value.asText();
        return text.replace("\0", "");
    }
}
