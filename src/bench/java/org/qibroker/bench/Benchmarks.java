package org.qibroker.bench;

import java.util.Map;

/** Runs one benchmark by its name. */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = Map.of(
            "matching", MatchingBenchmark::run,
            "freshness", FreshnessBenchmark::run,
            "sql", SqlBenchmark::run,
            "http", HttpBenchmark::run,
            "growth", GrowthBenchmark::run,
            "start", StartBenchmark::run,
            "booking", BookingBenchmark::run,
            "reads", ReadBenchmark::run,
            "import", ImportBenchmark::run,
            "uptake", UptakeBenchmark::run);

    private Benchmarks() {}

    /** A benchmark; prints one line a figure. */
    interface Benchmark {
        /** Runs it. */
        void run() throws Exception;
    }

    /** The name of the benchmark is the only argument. */
    public static void main(String[] args) throws Exception {
        Benchmark benchmark = args.length == 1 ? ALL.get(args[0]) : null;
        if (benchmark == null) {
            throw new IllegalArgumentException("which benchmark? one of " + ALL.keySet());
        }
        benchmark.run();
        System.exit(0);
    }
}
