package org.qibroker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;

/**
 * G1, G2, G4, G7: requests for bookings over HTTP – broker, clients and PostgreSQL on this one machine – against the
 * same statement run by pgbench on the same database, and against the disk.
 */
final class BookingBenchmark {
    private static final int CLIENTS = Integer.getInteger("clients", 16);
    private static final long SECONDS = Long.getLong("block.seconds", 3);
    private static final long OPEN_SECONDS = Long.getLong("open.seconds", 10);
    /** So many slots that no block runs out of them, and all blocks find theirs within the year that can be booked. */
    private static final long A_BLOCK = 40_000;

    private final BookableRegion region;
    private final Clients clients;
    private final PgBench pgbench;
    private final Path script;

    private BookingBenchmark(BookableRegion region, Clients clients) throws Exception {
        this.region = region;
        this.clients = clients;
        this.script = BookingScript.write(region);
        book(new Wire(region.broker.port()), region.slots(1));
        this.pgbench = new PgBench(region.broker.address(), BookingScript.values(region));
    }

    static void run() throws Exception {
        try (BookableRegion region = new BookableRegion();
                Clients clients = new Clients(region.broker.port(), 4 * CLIENTS)) {
            BookingBenchmark benchmark = new BookingBenchmark(region, clients);
            Abba.Ratios rates = Abba.measure(() -> benchmark.spread(CLIENTS), () -> benchmark.inSql(CLIENTS));
            rates.print("G1 POST /bookings ÷ its statement by pgbench, " + CLIENTS + " clients", "bookings a second");
            Abba.measure(() -> benchmark.spread(1), benchmark::disk)
                    .print("G2 bookings of one client ÷ fdatasync", "a second");
            Abba.measure(() -> benchmark.inSql(1), benchmark::disk)
                    .print("   their statement by pgbench, one client ÷ fdatasync", "a second");
            Abba.measure(benchmark::oneSlot, () -> benchmark.spread(CLIENTS))
                    .print("G4 all clients on one slot ÷ spread over slots", "answers a second");
            benchmark.openLoop(Abba.median(rates.a()) / 2);
        }
    }

    private void book(Wire wire, long slot) throws Exception {
        int status = wire.exchange(region.booking(slot, "key-" + slot));
        if (status != 201) {
            throw new IllegalStateException(status + " " + wire.body());
        }
    }

    private double spread(int count) {
        AtomicLong slot = new AtomicLong(region.slots(A_BLOCK));
        return clients.rate(count, SECONDS, wire -> book(wire, slot.getAndIncrement()));
    }

    private double oneSlot() {
        long slot = region.slots(1);
        AtomicLong number = new AtomicLong();
        return clients.rate(CLIENTS, SECONDS, wire -> {
            int status = wire.exchange(region.booking(slot, "one-" + slot + "-" + number.getAndIncrement()));
            if (status != 201 && status != 409) {
                throw new IllegalStateException(status + " " + wire.body());
            }
        });
    }

    private double inSql(int count) {
        return pgbench.rate(script, count, SECONDS, region.slots(A_BLOCK) / count + 1);
    }

    private double disk() {
        ByteBuffer page = ByteBuffer.allocate(8192);
        Path file = region.broker.folder().resolve("fdatasync");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            channel.write(ByteBuffer.allocate(16 << 20), 0);
            channel.force(true);
            long begun = System.nanoTime();
            int count = 0;
            for (; System.nanoTime() - begun < SECONDS * 1_000_000_000; count++) {
                channel.write(page.clear(), (count % 2000) * 8192L);
                channel.force(false);
            }
            return count * 1e9 / (System.nanoTime() - begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void openLoop(double rate) {
        DoubleStream.Builder ours = DoubleStream.builder();
        DoubleStream.Builder best = DoubleStream.builder();
        Abba.Ratios ratios = Abba.measure(() -> p999(openHttp(rate), ours), () -> p999(openSql(rate), best));
        double[] a = ours.build().toArray();
        double[] b = best.build().toArray();
        ratios.print("G7 p99.9 over HTTP ÷ by pgbench, open loop at half of G1, block by block", "ms");
        System.out.printf(
                Locale.ROOT,
                "G7 p99.9 over HTTP ÷ by pgbench, all blocks together: %.2f (%.1f and %.1f ms; p50 %.2f and %.2f ms; %.0f a second, %d and %d)%n",
                Abba.quantile(a, 0.999) / Abba.quantile(b, 0.999),
                Abba.quantile(a, 0.999),
                Abba.quantile(b, 0.999),
                Abba.quantile(a, 0.5),
                Abba.quantile(b, 0.5),
                rate,
                a.length,
                b.length);
    }

    private static double p999(double[] block, DoubleStream.Builder all) {
        DoubleStream.of(block).forEach(all::add);
        return Abba.quantile(block, 0.999);
    }

    private double[] openHttp(double rate) {
        AtomicLong slot = new AtomicLong(region.slots(A_BLOCK));
        return clients.latencies(rate, OPEN_SECONDS, wire -> book(wire, slot.getAndIncrement()));
    }

    private double[] openSql(double rate) {
        return pgbench.latencies(script, 2 * CLIENTS, OPEN_SECONDS, region.slots(A_BLOCK) / (2 * CLIENTS) + 1, rate);
    }
}
