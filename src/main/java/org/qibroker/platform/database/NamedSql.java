package org.qibroker.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that lies in a file of its own under {@code sql/}, because others run the same text; its parameters are
 * written {@code :name}, as {@code psql} and {@code pgbench} write them.
 */
public final class NamedSql {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*\\n");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private final String text;
    private final List<String> names;

    private NamedSql(String text, List<String> names) {
        this.text = text;
        this.names = List.copyOf(names);
    }

    /** The statement of a file. */
    public static NamedSql load(String file) {
        try (InputStream in = NamedSql.class.getClassLoader().getResourceAsStream("sql/" + file)) {
            if (in == null) {
                throw new IllegalStateException("sql/" + file + " is not on the class path");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NamedSql of(String source) {
        List<String> names = new ArrayList<>();
        Matcher parameters = PARAMETER.matcher(COMMENT.matcher(source).replaceAll(""));
        String text = parameters.replaceAll(found -> {
            if (!names.contains(found.group(1))) {
                names.add(found.group(1));
            }
            return Matcher.quoteReplacement("$" + (names.indexOf(found.group(1)) + 1));
        });
        return new NamedSql(text, names);
    }

    /**
     * Runs it.
     *
     * @throws IllegalArgumentException if the values are not those of its parameters
     */
    public Future<RowSet<Row>> execute(SqlClient client, Map<String, Object> values) {
        if (values.size() != names.size() || !values.keySet().containsAll(names)) {
            throw new IllegalArgumentException("values " + values.keySet() + " for parameters " + names);
        }
        Tuple tuple = Tuple.tuple();
        names.forEach(name -> tuple.addValue(values.get(name)));
        return client.preparedQuery(text).execute(tuple);
    }

    /** The statement with numbered parameters. */
    String text() {
        return text;
    }

    /** The parameters, in the order of their numbers. */
    List<String> names() {
        return names;
    }
}
