package org.qibroker.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.qibroker.platform.http.Json;

/** G3: bookings read by their ids over HTTP, against pgbench that selects the rows of the same bookings. */
final class ReadBenchmark {
    private static final int CLIENTS = Integer.getInteger("clients", 16);
    private static final long SECONDS = Long.getLong("block.seconds", 3);
    private static final int BOOKINGS = 2000;

    /** After how long the broker answers as fast as it ever will: its code is compiled while it is used. */
    private static final long WARM_UP_SECONDS = Long.getLong("warm.up.seconds", 20);

    private ReadBenchmark() {}

    static void run() throws Exception {
        try (BookableRegion region = new BookableRegion();
                Clients clients = new Clients(region.broker.port(), CLIENTS)) {
            List<byte[]> requests = new ArrayList<>();
            try (Wire wire = new Wire(region.broker.port());
                    Connection connection = region.broker.connect()) {
                connection.createStatement().execute("CREATE TABLE bench_booking (n integer PRIMARY KEY, id uuid)");
                for (int i = 0; i < BOOKINGS; i++) {
                    requests.add(booked(region, wire, connection, i));
                }
                connection.createStatement().execute("ANALYZE");
            }
            Path script = Files.writeString(
                    Files.createTempFile("reads", ".sql"),
                    "\\set n random(0, " + (BOOKINGS - 1) + ")\n"
                            + "SELECT b.* FROM bench_booking n JOIN booking b ON b.id = n.id WHERE n.n = :n;\n");
            PgBench pgbench = new PgBench(region.broker.address(), Map.of());
            clients.rate(CLIENTS, WARM_UP_SECONDS, wire -> read(wire, requests));
            Abba.measure(
                            () -> clients.rate(CLIENTS, SECONDS, wire -> read(wire, requests)),
                            () -> pgbench.rate(script, CLIENTS, SECONDS, 0))
                    .print("G3 GET /bookings/{id} ÷ SELECT of its row by pgbench, " + CLIENTS + " clients", "a second");
        }
    }

    private static byte[] booked(BookableRegion region, Wire wire, Connection connection, int number) throws Exception {
        if (wire.exchange(region.booking(region.slots(1), "read-" + number)) != 201) {
            throw new IllegalStateException(wire.body());
        }
        String id = Json.mapper().readTree(wire.body()).get("id").asText();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_booking VALUES (?, ?::uuid)")) {
            insert.setInt(1, number);
            insert.setString(2, id);
            insert.execute();
        }
        return Wire.request("GET", "/bookings/" + id, region.authorization(), "");
    }

    private static void read(Wire wire, List<byte[]> requests) throws Exception {
        int status = wire.exchange(requests.get(ThreadLocalRandom.current().nextInt(requests.size())));
        if (status != 200) {
            throw new IllegalStateException(status + " " + wire.body());
        }
    }
}
