package org.qibroker.support;

import io.vertx.core.impl.VertxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the event loops of this process and notes each piece of work that keeps one busy for longer than it may. Time
 * counts as the processor's, so that a busy machine is not taken for a blocked loop.
 */
public final class EventLoopWatch implements AutoCloseable {
    private static final long EVERY_NANOS = Duration.ofMillis(2).toNanos();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long longest;
    private final Map<VertxThread, Work> current = new HashMap<>();
    private final List<String> blocked = new ArrayList<>();
    private final Thread watcher = new Thread(this::watch, "event-loop-watch");
    private volatile boolean over;

    private record Work(long started, long cpu) {}

    /** Watches until closed. */
    public EventLoopWatch(Duration longest) {
        this.longest = longest.toNanos();
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        while (!over) {
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (thread instanceof VertxThread loop && !loop.isWorker()) {
                    look(loop, stack);
                }
            });
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    private void look(VertxThread loop, StackTraceElement[] stack) {
        long started = loop.startTime();
        long cpu = threads.getThreadCpuTime(loop.getId());
        Work work = current.get(loop);
        if (started == 0 || work == null || work.started != started) {
            current.put(loop, new Work(started, cpu));
        } else if (cpu - work.cpu > longest) {
            note(loop.getName() + " " + Arrays.asList(stack).subList(0, Math.min(25, stack.length)));
            current.put(loop, new Work(started, Long.MAX_VALUE / 2));
        }
    }

    private synchronized void note(String text) {
        blocked.add(text);
    }

    /** What kept a loop busy for too long, as stack traces. */
    public synchronized List<String> blocked() {
        return List.copyOf(blocked);
    }

    @Override
    public void close() {
        over = true;
    }
}
