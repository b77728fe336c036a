package org.qibroker.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.index.follow.ScopeFollower;

/** How fast all scopes come into memory at a start: from the database, and from the file of the node. */
final class StartBenchmark {
    private StartBenchmark() {}

    static void run() throws Exception {
        try (Region region = Region.of(Region.LINES)) {
            Path folder = Files.createTempDirectory(region.settings().data().dir(), "index");
            ScopeFollower kept = measure(region, folder, "database");
            Region.await(kept.save());
            kept.close();
            for (int i = 0; i < 3; i++) {
                measure(region, folder, "files of the node").close();
            }
        }
    }

    private static ScopeFollower measure(Region region, Path folder, String source) {
        ScopeReader reader = new ScopeReader(region.context().reference().units());
        ScopeFollower follower = new ScopeFollower(
                reader, region.platform().vertx(), region.platform().database());
        long begun = System.nanoTime();
        Region.await(follower.load(folder));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long lines = follower.state().size();
        System.out.printf(Locale.ROOT, "start: %d lines from the %s, %.0f a second%n", lines, source, lines / seconds);
        return follower;
    }
}
