package org.qibroker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Connections to the broker, each used by a thread of its own. */
final class Clients implements AutoCloseable {
    private final int port;
    private final int most;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Clients(int port, int most) {
        this.port = port;
        this.most = most;
    }

    /** One exchange. */
    interface Step {
        void take(Wire wire) throws Exception;
    }

    /** Exchanges a second while the first so many clients ask one after another for so many seconds. */
    double rate(int count, long seconds, Step step) {
        AtomicInteger done = new AtomicInteger();
        try (Wires wires = new Wires(port, count)) {
            long begun = System.nanoTime();
            all(wires.open, wire -> {
                while (System.nanoTime() - begun < seconds * 1_000_000_000) {
                    step.take(wire);
                    done.incrementAndGet();
                }
            });
            return done.get() * 1e9 / (System.nanoTime() - begun);
        }
    }

    /** Milliseconds that each exchange took from the moment it was due, at a rate with random gaps. */
    double[] latencies(double rate, long seconds, Step step) {
        Random random = new Random(5);
        int count = (int) (rate * seconds);
        long[] due = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += -Math.log(1 - random.nextDouble()) / rate;
            due[i] = (long) (at * 1e9);
        }
        double[] took = new double[count];
        AtomicInteger next = new AtomicInteger();
        try (Wires wires = new Wires(port, most)) {
            long begun = System.nanoTime();
            all(wires.open, wire -> takeWhatIsDue(wire, next, begun, due, took, step));
        }
        return took;
    }

    private static void takeWhatIsDue(Wire wire, AtomicInteger next, long begun, long[] due, double[] took, Step step)
            throws Exception {
        for (int i = next.getAndIncrement(); i < due.length; i = next.getAndIncrement()) {
            for (long wait = begun + due[i] - System.nanoTime(); wait > 0; wait = begun + due[i] - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            step.take(wire);
            took[i] = (System.nanoTime() - begun - due[i]) / 1e6;
        }
    }

    private void all(List<Wire> some, Step step) {
        List<Callable<Void>> work = new ArrayList<>();
        for (Wire wire : some) {
            work.add(() -> {
                step.take(wire);
                return null;
            });
        }
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connections of one block: the broker closes those that are idle for long. */
    private static final class Wires implements AutoCloseable {
        private final List<Wire> open = new ArrayList<>();

        private Wires(int port, int count) {
            try {
                for (int i = 0; i < count; i++) {
                    open.add(new Wire(port));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            open.forEach(Wire::close);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
