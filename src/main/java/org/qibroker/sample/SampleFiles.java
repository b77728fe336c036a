package org.qibroker.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of the sample on the class path, as rows by column. */
final class SampleFiles {
    private SampleFiles() {}

    /** The rows of a file such as {@code sites.csv}. */
    static List<Map<String, String>> rows(String name) {
        try (InputStream in = SampleFiles.class.getResourceAsStream("/sample/" + name);
                InputStreamReader text =
                        new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8);
                Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text).stream()) {
            return rows.map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows that have this value in a column. */
    static List<Map<String, String>> rows(String name, String column, String value) {
        return rows(name).stream().filter(row -> value.equals(row.get(column))).toList();
    }

    /** A cell that must be there. */
    static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** Does the work for one after the other. */
    static <T> Future<Void> each(Iterable<T> all, Function<T, Future<?>> work) {
        Future<Void> done = Future.succeededFuture();
        for (T one : all) {
            done = done.compose(before -> work.apply(one).mapEmpty());
        }
        return done;
    }
}
