package org.qibroker.catalog.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Json;

/** Reads {@code {"lines": [{"family": …}]}}: the columns of a file as members, values as texts, numbers or arrays. */
final class JsonSheet implements Sheet {
    private static final int MOST_COLUMNS = 1000;
    private static final ObjectReader LINE =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser lines;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Heading> headings;
    private int number;

    private JsonSheet(JsonParser lines, Set<String> names, ColumnMapping columns) {
        this.lines = lines;
        this.headings = columns.headings(List.copyOf(names), findings);
    }

    /**
     * Finds the lines and the names of their members.
     *
     * @throws UnreadableFile if it is not such a document
     */
    static Sheet open(Path file, ColumnMapping columns) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (JsonParser whole = lines(file)) {
            for (JsonToken token = nextToken(whole); token != JsonToken.END_ARRAY; token = nextToken(whole)) {
                names(whole, names);
            }
            while (!whole.isClosed()) {
                whole.nextToken();
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableFile("json-malformed");
        }
        return new JsonSheet(lines(file), names, columns);
    }

    /** Adds the names of the members of one line; what is no object has none. */
    private static void names(JsonParser line, Set<String> names) throws IOException {
        if (line.currentToken() != JsonToken.START_OBJECT) {
            line.skipChildren();
            return;
        }
        while (nextToken(line) == JsonToken.FIELD_NAME) {
            names.add(line.currentName());
            if (names.size() > MOST_COLUMNS) {
                throw new UnreadableFile("too-many-columns");
            }
            nextToken(line);
            line.skipChildren();
        }
    }

    /** A parser that stands before the first line. */
    private static JsonParser lines(Path file) throws IOException {
        JsonParser parser = Json.mapper().createParser(file.toFile());
        if (nextToken(parser) == JsonToken.START_OBJECT) {
            while (nextToken(parser) == JsonToken.FIELD_NAME) {
                boolean lines = parser.currentName().equals("lines");
                if (nextToken(parser) == JsonToken.START_ARRAY && lines) {
                    return parser;
                }
                parser.skipChildren();
            }
        }
        throw new UnreadableFile("json-without-lines");
    }

    private static JsonToken nextToken(JsonParser parser) throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UnreadableFile("json-malformed");
            }
            return token;
        } catch (JsonProcessingException e) {
            throw new UnreadableFile("json-malformed");
        }
    }

    @Override
    public List<Heading> headings() {
        return headings;
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            if (nextToken(lines) == JsonToken.END_ARRAY) {
                return null;
            }
            number++;
            return row(LINE.readTree(lines));
        } catch (JsonProcessingException e) {
            throw new UnreadableFile("json-malformed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetRow row(JsonNode line) {
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
        return new SheetRow(number, cells, written, List.of());
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
