package org.qibroker.bench;

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
    private final List<Wire> wires = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Clients(int port, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            wires.add(new Wire(port));
        }
    }

    /** One exchange. */
    interface Step {
        void take(Wire wire) throws Exception;
    }

    /** Exchanges a second while the first so many clients ask one after another for so many seconds. */
    double rate(int count, long seconds, Step step) {
        AtomicInteger done = new AtomicInteger();
        long begun = System.nanoTime();
        all(wires.subList(0, count), wire -> {
            while (System.nanoTime() - begun < seconds * 1_000_000_000) {
                step.take(wire);
                done.incrementAndGet();
            }
        });
        return done.get() * 1e9 / (System.nanoTime() - begun);
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
        long begun = System.nanoTime();
        all(wires, wire -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                for (long wait = begun + due[i] - System.nanoTime();
                        wait > 0;
                        wait = begun + due[i] - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                step.take(wire);
                took[i] = (System.nanoTime() - begun - due[i]) / 1e6;
            }
        });
        return took;
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

    @Override
    public void close() throws Exception {
        threads.shutdown();
        for (Wire wire : wires) {
            wire.close();
        }
    }
}
