package org.qibroker.bench;

import org.qibroker.catalog.index.follow.ScopeFollower;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.qibroker.catalog.ScopeReader;

/** How fast all scopes come into memory at a start: from the database, and from the file of the node. */
final class StartBenchmark {
    private StartBenchmark() {}

    static void run() throws Exception {
        try (Region region = Region.of(Region.LINES)) {
            Path file = region.settings().data().dir().resolve("bench.index");
            Files.deleteIfExists(file);
            ScopeFollower kept = measure(region, file, "database");
            Region.await(kept.save());
            for (int i = 0; i < 3; i++) {
                measure(region, file, "file of the node");
            }
        }
    }

    private static ScopeFollower measure(Region region, Path file, String source) {
        ScopeReader reader = new ScopeReader(region.context().reference().units());
        ScopeFollower follower = new ScopeFollower(
                reader, region.platform().vertx(), region.platform().database());
        long begun = System.nanoTime();
        Region.await(follower.load(file));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long lines = follower.state().size();
        System.out.printf(
                Locale.ROOT, "start: %d lines from the %s, %.0f a second%n", lines, source, lines / seconds);
        return follower;
    }
}
