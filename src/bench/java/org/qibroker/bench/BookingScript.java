package org.qibroker.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statement of a request as pgbench runs it: the text that the broker runs, with the values of a booking that the
 * broker has made, and the id, key, number, slot and time of each new one computed in their places.
 */
final class BookingScript {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)((?:::[a-z]+(?:\\[])?)+)");

    private BookingScript() {}

    static Path write(BookableRegion region) throws Exception {
        String source;
        try (InputStream in = BookingScript.class.getResourceAsStream("/sql/request-booking.sql")) {
            source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> computed = computed(region);
        String statement = PARAMETER
                .matcher(source.replaceAll("(?m)^--.*\\n", ""))
                .replaceAll(found -> {
                    String value = computed.getOrDefault(found.group(1), ":" + found.group(1));
                    return Matcher.quoteReplacement("(" + value + ")" + found.group(2));
                });
        Path script = Files.createTempFile("booking", ".sql");
        return Files.writeString(
                script, "\\set i :i + 1\n\\set n :i * :clients + :client_id\n" + statement.strip() + ";\n");
    }

    private static Map<String, String> computed(BookableRegion region) {
        String n = "(:n)::bigint";
        String start =
                "timestamptz '" + region.from + "' + " + n + " / " + BookableRegion.BENCHES + " * interval '1 hour'";
        Map<String, String> computed = new HashMap<>();
        computed.put("key", "'pgbench ' || " + n);
        computed.put(
                "resource",
                "'00000000-0000-7000-8000-' || lpad(to_hex(" + n + " % " + BookableRegion.BENCHES + "), 12, '0')");
        computed.put("taken_from", start);
        computed.put("slot_start", start);
        computed.put("taken_to", start + " + interval '1 hour'");
        computed.put("slot_end", start + " + interval '1 hour'");
        computed.put("allocation", "uuidv7()");
        computed.put("booking", "uuidv7()");
        computed.put("number", "'QB-' || nextval('booking_number')");
        computed.put("now", "clock_timestamp()");
        computed.put("at", "clock_timestamp()");
        computed.put("response_due", "clock_timestamp() + interval '2 days'");
        computed.put("resource_version", "1");
        computed.put("most_requests", "-1");
        computed.put("demand", "NULL");
        computed.put("price", "NULL");
        return computed;
    }

    /** The values of the newest booking, whose texts pgbench takes as they are. */
    static Map<String, String> values(BookableRegion region) throws Exception {
        Map<String, String> values = new HashMap<>();
        try (Connection connection = region.broker.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT k.owner, k.operation, k.body_hash, k.status, k.headers, k.body, b.enterprise_id AS enterprise,
                               b.provider_id AS provider, b.parties, b.ordered, b.resource_name, b.slot_zone, b.acts_next, e.kind,
                               e.type, e.actor, e.actor_name, e.organisation, e.parties AS involved, e.data, e.hash
                        FROM booking b JOIN event e ON e.stream = b.id, idempotency_key k
                        ORDER BY e.position DESC LIMIT 1""")) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnLabel(i), row.getString(i));
            }
        }
        return values;
    }
}
