package org.qibroker.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Role;

/**
 * One laboratory with a line and a thousand benches, open day and night by the hour: slot number n is hour n / 1000 of
 * bench n modulo 1000, so that numbers never meet.
 */
final class BookableRegion implements AutoCloseable {
    static final int BENCHES = 1000;
    private static final String FIRST_BENCH = "00000000-0000-7000-8000-";

    final EmptyBroker broker = new EmptyBroker("--booking.open-requests=0");
    final Instant from;
    final String enterprise;
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmptyBroker.Laboratory laboratory = broker.laboratory();
    private final UUID line;
    private final AtomicLong next = new AtomicLong();

    BookableRegion() throws Exception {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        from = LocalDate.now(zone).plusDays(2).atStartOfDay(zone).toInstant();
        enterprise = broker.organisation(Role.ENTERPRISE).token();
        UUID site = id(post(
                "/providers/" + laboratory.organisation() + "/sites",
                Map.of("nameZh", "总部", "district", "310117", "addressZh", "广富林路 1 号")));
        line = id(post(
                "/capabilities",
                Map.of(
                        "family",
                        "METROLOGY",
                        "serviceKind",
                        "CALIBRATION",
                        "subject",
                        "数显卡尺",
                        "parameter",
                        "示值误差",
                        "range",
                        "0~300 mm",
                        "uncertainty",
                        "U=0.02 mm",
                        "siteId",
                        site,
                        "turnaroundDays",
                        5)));
        benches(site);
        untilKnown();
    }

    private void benches(UUID site) throws Exception {
        try (Connection connection = broker.connect();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        WITH benches AS (
                            INSERT INTO resource (id, provider_id, site_id, name, capacity, slot_minutes, buffer_before,
                                                  buffer_after, zone, opening_hours, closures, version)
                            SELECT (? || lpad(to_hex(n), 12, '0'))::uuid, ?, ?, 'bench ' || n, 1, 60, 0, 0,
                                   'Asia/Shanghai', (
                                       SELECT jsonb_agg(jsonb_build_object('day', day, 'from', '00:00', 'to', '00:00'))
                                       FROM unnest('{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}'::text[])
                                            AS day), '[]', 1
                            FROM generate_series(0, ?) AS n
                            RETURNING id)
                        INSERT INTO resource_unit (id, resource_id, ordinal, in_service)
                        SELECT gen_random_uuid(), id, 1, true FROM benches""")) {
            insert.setString(1, FIRST_BENCH);
            insert.setObject(2, laboratory.organisation());
            insert.setObject(3, site);
            insert.setInt(4, BENCHES - 1);
            insert.execute();
        }
    }

    /** The line is found as soon as the index has it. */
    private void untilKnown() throws Exception {
        String found = broker.url() + "/capabilities?providerId=" + laboratory.organisation();
        while (!send(HttpRequest.newBuilder(URI.create(found))).body().contains(line.toString())) {
            Thread.sleep(50);
        }
    }

    private static UUID id(HttpResponse<String> made) throws Exception {
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.statusCode() + " " + made.body());
        }
        return UUID.fromString(Json.mapper().readTree(made.body()).get("id").asText());
    }

    private HttpResponse<String> post(String path, Object body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(broker.url() + path))
                .header("Authorization", "Bearer " + laboratory.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** So many slots that nobody else takes, by the number of the first. */
    long slots(long count) {
        return next.getAndAdd(count);
    }

    /** A request for a slot, under a key of its own. */
    byte[] booking(long slot, String key) {
        Instant start = from.plusSeconds(slot / BENCHES * 3600);
        String json = "{\"capabilityIds\":[\"" + line + "\"],\"resourceId\":\"" + bench(slot) + "\",\"start\":\""
                + start + "\",\"end\":\"" + start.plusSeconds(3600) + "\",\"pieces\":5}";
        return Wire.request("POST", "/bookings", authorization() + "Idempotency-Key: " + key + "\r\n", json);
    }

    String authorization() {
        return "Authorization: Bearer " + enterprise + "\r\n";
    }

    private static String bench(long slot) {
        return FIRST_BENCH + "%012x".formatted(slot % BENCHES);
    }

    @Override
    public void close() {
        broker.close();
    }
}
