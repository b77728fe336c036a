package org.qibroker.bench;

import java.util.Arrays;
import java.util.List;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchEngine;
import org.qibroker.matching.MatchRequest;

/** How the time of a match and the heap of a line grow from size to size. */
final class GrowthBenchmark {
    private static final int REQUESTS = 2_000;

    private GrowthBenchmark() {}

    static void run() throws Exception {
        long[] sizes = Arrays.stream(
                        System.getProperty("sizes", "100000,1000000").split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        double before = 0;
        for (long size : sizes) {
            double p99 = run(size);
            if (before > 0) {
                System.out.printf("growth: p99 at %d lines ÷ p99 at the size before: %.2f%n", size, p99 / before);
            }
            before = p99;
        }
    }

    private static double run(long size) throws Exception {
        try (Region region = Region.of(size)) {
            long empty = heap();
            ScopeView view = region.load();
            long full = heap();
            System.out.printf(
                    "growth: %d lines, %.1f bytes of heap a line (everything that is kept, words included)%n",
                    view.size(), (full - empty) / (double) view.size());
            MatchContext context = region.context();
            List<MatchRequest> requests = new Requests(view).draw(REQUESTS);
            requests.forEach(request -> MatchEngine.match(request, view, context));
            double[] micros = requests.stream()
                    .mapToDouble(request -> micros(request, view, context))
                    .toArray();
            System.out.printf(
                    "growth: %d lines, match p50 %.0f µs, p99 %.0f µs%n",
                    view.size(), Abba.quantile(micros, 0.5), Abba.quantile(micros, 0.99));
            kept(region.index());
            return Abba.quantile(micros, 0.99);
        }
    }

    /** The index is still in use when the heap is measured. */
    private static void kept(ScopeIndex index) {
        if (!index.loaded()) {
            throw new IllegalStateException("the index was not loaded");
        }
    }

    private static double micros(MatchRequest request, ScopeView view, MatchContext context) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            MatchEngine.match(request, view, context);
            best = Math.min(best, (System.nanoTime() - begun) / 1e3);
        }
        return best;
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
