package org.qibroker.catalog.imports.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"lines": [{"family": …}]}}, the same array alone, or capabilities as the key comparison database gives
 * them ({@link CmcLine}). The first row has the names of all members, row n is the nth line.
 */
final class JsonTable implements Table {
    private static final Set<String> ARRAYS = Set.of("lines", "data");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectReader LINE =
            MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final List<String> names;
    private final Set<String> beside;
    private final List<TableRow> head = new ArrayList<>();
    private JsonParser parser;
    private int number = -1;

    private JsonTable(Path file, Set<String> names, Set<String> beside) throws IOException {
        this.file = file;
        this.names = List.copyOf(names);
        this.beside = beside;
        this.parser = begin(file);
    }

    /** Goes through all lines for their names first; a document that is broken anywhere is refused here. */
    static JsonTable open(Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Set<String> beside = new LinkedHashSet<>();
        try (JsonParser all = begin(file)) {
            for (JsonNode line = line(all); line != null; line = line(all)) {
                names.addAll(JsonLine.of(line).keySet());
                beside.addAll(CmcLine.beside(line));
                if (names.size() > MOST_COLUMNS) {
                    throw new UnreadableFile("too-many-columns", names.size(), MOST_COLUMNS);
                }
            }
            while (!all.isClosed()) {
                token(all);
            }
        }
        JsonTable table = new JsonTable(file, names, beside);
        table.lookAhead();
        return table;
    }

    private void lookAhead() throws IOException {
        for (TableRow row = next(); row != null && head.size() < HEAD; row = next()) {
            head.add(row);
        }
        parser.close();
        parser = begin(file);
        number = -1;
    }

    @Override
    public @Nullable TableRow next() {
        if (number < 0) {
            number = 0;
            return new TableRow(0, 0, names);
        }
        for (JsonNode line = line(parser); line != null; line = line(parser)) {
            number++;
            Map<String, String> cells = JsonLine.of(line);
            TableRow row = new TableRow(
                    0,
                    number,
                    names.stream().map(name -> cells.getOrDefault(name, "")).toList());
            if (!row.blank()) {
                return row;
            }
        }
        return null;
    }

    @Override
    public List<TableRow> head() {
        return head;
    }

    @Override
    public boolean headed() {
        return true;
    }

    @Override
    public Set<String> beside() {
        return beside;
    }

    /** At the beginning of the array of lines. */
    private static JsonParser begin(Path file) throws IOException {
        JsonParser parser = MAPPER.createParser(file.toFile());
        JsonToken token = token(parser);
        if (token == null) {
            throw new UnreadableFile("file-empty");
        }
        while (token == JsonToken.START_OBJECT || token == JsonToken.FIELD_NAME) {
            if (token == JsonToken.FIELD_NAME) {
                boolean lines = ARRAYS.contains(parser.currentName());
                token = token(parser);
                if (lines && token == JsonToken.START_ARRAY) {
                    return parser;
                }
                skip(parser);
            }
            token = token(parser);
        }
        if (token != JsonToken.START_ARRAY) {
            throw new UnreadableFile("json-without-lines");
        }
        return parser;
    }

    private static void skip(JsonParser parser) {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw broken(e, parser);
        }
    }

    /** The next line; null after the last. */
    private static @Nullable JsonNode line(JsonParser parser) {
        try {
            JsonToken token = token(parser);
            return token == null || token == JsonToken.END_ARRAY ? null : LINE.readValue(parser);
        } catch (IOException e) {
            throw broken(e, parser);
        }
    }

    private static @Nullable JsonToken token(JsonParser parser) {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw broken(e, parser);
        }
    }

    private static RuntimeException broken(IOException e, JsonParser parser) {
        int line = parser.currentLocation().getLineNr();
        int column = parser.currentLocation().getColumnNr();
        if (e instanceof CharConversionException) {
            return new UnreadableFile("encoding-broken", "UTF-8", line);
        }
        return e instanceof JsonProcessingException
                ? new UnreadableFile("json-malformed", line, column)
                : new UncheckedIOException(e);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
