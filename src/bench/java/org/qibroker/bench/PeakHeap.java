package org.qibroker.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/** The most heap that was still in use after a collection: what is needed, not what garbage happens to lie around. */
final class PeakHeap implements AutoCloseable {
    private static final long EVERY_MS = 50;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();
    private final Thread watcher = new Thread(this::watch, "peak-heap");
    private volatile boolean over;
    private volatile long peak;

    PeakHeap() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        while (!over) {
            peak = Math.max(
                    peak,
                    pools.stream()
                            .map(MemoryPoolMXBean::getCollectionUsage)
                            .mapToLong(MemoryUsage::getUsed)
                            .sum());
            java.util.concurrent.locks.LockSupport.parkNanos(EVERY_MS * 1_000_000);
        }
    }

    double megabytes() {
        return peak / 1048576.0;
    }

    @Override
    public void close() {
        over = true;
    }
}
