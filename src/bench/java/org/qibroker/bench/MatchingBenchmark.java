package org.qibroker.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.index.SubjectLines;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchEngine;
import org.qibroker.matching.MatchRequest;

/** G5: the engine – candidates with proofs, near misses, relaxations – against a bare scan of the same lines. */
final class MatchingBenchmark {
    private static final int REQUESTS = 200;
    private static final int TEN = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm.seconds", 20));

    private MatchingBenchmark() {}

    static void run() throws Exception {
        try (Region region = Region.of(Region.LINES)) {
            ScopeView view = region.load();
            MatchContext context = region.context();
            List<MatchRequest> requests = new Requests(view)
                    .draw(REQUESTS).stream().map(request -> request.naming(TEN)).toList();
            BareScan scan = new BareScan(view, context.reference().units());
            int day = Math.toIntExact(context.day().toEpochDay());
            List<List<SubjectLines>> lines = requests.stream()
                    .map(request -> scan.lines(
                            request.items().get(0), context.reference().thesaurus()))
                    .toList();
            IntSupplier bare = () -> bare(scan, requests, lines, day);
            int[] seen = new int[1];
            long warm = System.nanoTime() + WARM_UP.toNanos();
            while (System.nanoTime() < warm) {
                engine(requests, view, context);
                seen[0] = bare.getAsInt();
            }
            Abba.measure(() -> engine(requests, view, context), () -> {
                        long begun = System.nanoTime();
                        seen[0] = bare.getAsInt();
                        return micros(begun);
                    })
                    .print("G5 engine, top ten candidates with proofs ÷ bare scan of the same lines", "µs a request");
            System.out.printf("   lines looked at for a request: %d%n", seen[0] / REQUESTS);
        }
    }

    private static int bare(BareScan scan, List<MatchRequest> requests, List<List<SubjectLines>> lines, int day) {
        double[] best = new double[TEN];
        int seen = 0;
        for (int i = 0; i < REQUESTS; i++) {
            seen += scan.scan(requests.get(i).items().get(0), lines.get(i), day, best);
        }
        return seen;
    }

    private static double engine(List<MatchRequest> requests, ScopeView view, MatchContext context) {
        long begun = System.nanoTime();
        requests.forEach(request -> MatchEngine.match(request, view, context));
        return micros(begun);
    }

    private static double micros(long begun) {
        return (System.nanoTime() - begun) / 1e3 / REQUESTS;
    }
}
