package org.qibroker.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.qibroker.Features;
import org.qibroker.Node;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.platform.database.BrokerDatabase;
import org.qibroker.platform.http.Messages;

/** What a command stands in: the settings it was called with, and the database they lead to. */
record Surroundings(List<String> settingArguments) {
    private static final String LEVEL = "qi.log.level";
    private static final String TARGET = "qi.log.target";

    /** The settings of a server; it logs as they say. */
    Settings forServer() {
        Settings settings = SettingsLoader.load(settingArguments);
        System.setProperty(LEVEL, settings.log().level());
        System.setProperty("qi.log.format", settings.log().json() ? "JSON" : "PLAIN");
        System.setProperty(TARGET, "System.out");
        return settings;
    }

    /** Until a server starts, only what is wrong is logged, beside the output. To be called before anything logs. */
    static void quiet() {
        System.setProperty(LEVEL, "WARN");
        System.setProperty(TARGET, "System.err");
    }

    /** The language of the terminal: Chinese, or else English. */
    static Locale language() {
        return Locale.getDefault().getLanguage().equals("zh") ? Messages.ZH : Messages.EN;
    }

    /** Joins or starts the database, does the work with the features on it, and waits for the result. */
    <T> T with(Function<Features, Future<T>> work) {
        return with(work, (node, platform) -> Future.succeededFuture());
    }

    /** As {@link #with}, with nothing but the platform. */
    <T> T withPlatform(Function<Platform, Future<T>> work) {
        return onNode((node, platform) -> work.apply(platform));
    }

    /** As {@link #with}, with all scopes in memory. */
    <T> T withScopes(Function<Features, Future<T>> work) {
        return with(work, Surroundings::loadScopes);
    }

    private static Future<Void> loadScopes(Node node, Platform platform) {
        return node.scopes().start(platform.vertx(), platform.database(), platform.feed());
    }

    private <T> T with(Function<Features, Future<T>> work, BiFunction<Node, Platform, Future<Void>> before) {
        return onNode((node, platform) -> {
            Features features = new Features(platform, node);
            return before.apply(node, platform).compose(ready -> work.apply(features));
        });
    }

    private <T> T onNode(BiFunction<Node, Platform, Future<T>> work) {
        Settings settings = SettingsLoader.load(settingArguments);
        try (BrokerDatabase database = BrokerDatabase.open(settings)) {
            Node node = Node.of(settings, database.address(), Clock.systemUTC());
            Vertx vertx = Vertx.vertx();
            Platform platform = node.platform(vertx);
            try {
                return await(work.apply(node, platform));
            } finally {
                await(platform.database().close().eventually(vertx::close));
            }
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
