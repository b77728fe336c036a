package org.qibroker.cli;

import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.qibroker.Application;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.BrokerDatabase;
import picocli.CommandLine.Command;

/** Runs the broker until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the broker until Ctrl-C or SIGTERM.",
            "",
            "Without further settings it brings its own PostgreSQL, keeps everything in .qi-broker of the working"
                    + " folder, loads the sample region and listens on http://127.0.0.1:8080.",
            "When stopped it takes no more connections, lets running requests end (10 s), and stops PostgreSQL."
        },
        footer = {
            "",
            "Examples:",
            "  serve --http.port=9090",
            "  serve --http.host=0.0.0.0 --sample.enabled=false --http.public-url=https://broker.example.org",
            "  QI_DATABASE_PASSWORD=… serve --database.url=postgresql://qi@db.example.org/qi_broker"
        })
final class Serve implements Callable<Integer> {
    private final long startedAt = System.nanoTime();
    private final Surroundings surroundings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable BrokerDatabase database;
    private @Nullable Application application;

    Serve(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = surroundings.forServer();
        Exposure.check(settings);
        if (settings.database().embedded()
                && Files.notExists(settings.data().dir().resolve("postgres.url"))) {
            System.out.println("First start: making the database"
                    + (settings.sampleEnabled() ? " and the sample region …" : " …"));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        start(settings);
        stopped.await();
        return 0;
    }

    private synchronized void start(Settings settings) {
        BrokerDatabase opened = BrokerDatabase.open(settings);
        database = opened;
        Exposure.check(settings, opened.address());
        application = Application.start(settings, opened.address(), Clock.systemUTC());
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        System.out.println(Banner.of(settings, opened.address(), application, seconds));
    }

    private synchronized void stop() {
        if (application != null) {
            System.out.println("Stopping: running requests may end …");
            application.stop();
        }
        if (database != null) {
            database.close();
        }
        if (application != null) {
            System.out.println("QI Broker has stopped.");
        }
        stopped.countDown();
    }
}
