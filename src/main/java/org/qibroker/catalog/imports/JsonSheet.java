package org.qibroker.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibroker.catalog.imports.Sheet.Heading;
import org.qibroker.catalog.imports.Sheet.SheetRow;
import org.qibroker.platform.http.Json;

/** Reads {@code {"lines": [{"family": …}]}}: the columns of a file as members, values as texts, numbers or arrays. */
final class JsonSheet {
    private JsonSheet() {}

    /**
     * Takes the document apart.
     *
     * @throws UnreadableFile if it is not such a document or has more lines than allowed
     */
    static Sheet read(byte[] file, int maxRows) {
        JsonNode lines = lines(file);
        if (lines.size() > maxRows) {
            throw new UnreadableFile("too-many-rows");
        }
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(line -> line.fieldNames().forEachRemaining(names::add));
        List<Finding> findings = new ArrayList<>();
        List<Heading> headings = Sheet.headings(List.copyOf(names), findings);
        List<SheetRow> rows = new ArrayList<>();
        for (JsonNode line : lines) {
            rows.add(row(rows.size() + 1, headings, line));
        }
        return new Sheet(rows, findings);
    }

    private static JsonNode lines(byte[] file) {
        try {
            JsonNode lines = Json.mapper().readTree(file).path("lines");
            if (!lines.isArray()) {
                throw new UnreadableFile("json-without-lines");
            }
            return lines;
        } catch (JsonProcessingException e) {
            throw new UnreadableFile("json-malformed");
        } catch (IOException e) {
            throw new UnreadableFile("encoding-unknown");
        }
    }

    private static SheetRow row(int number, List<Heading> headings, JsonNode line) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Map<String, String> written = new LinkedHashMap<>();
        for (Heading heading : headings) {
            String value = text(line.path(heading.name())).replace("\0", "");
            if (!value.isBlank()) {
                written.put(heading.name(), value);
                if (heading.column() != null) {
                    cells.put(heading.column(), value.strip());
                }
            }
        }
        return new SheetRow(number, cells, written);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(part -> texts.add(text(part)));
            return String.join("；", texts);
        }
        return value.isObject() ? value.toString() : value.isNull() ? "" : value.asText();
    }
}
