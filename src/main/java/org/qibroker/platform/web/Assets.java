package org.qibroker.platform.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that pages are drawn with. */
public final class Assets {
    /** Of libraries, by the folder of each on the class path; their paths bear versions. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "/assets/lib/", "META-INF/resources/webjars/",
            "/assets/static/", "META-INF/resources/_static/");

    private static final String OWN = "web";
    private static final long A_YEAR = Duration.ofDays(365).toSeconds();
    private static final long AN_HOUR = Duration.ofHours(1).toSeconds();

    /** What pages take of libraries. */
    static final List<String> TAKEN = List.of(
            "/assets/lib/htmx-ext-sse/2.2.2/sse.js",
            "/assets/lib/htmx.org/2.0.4/dist/htmx.min.js",
            "/assets/lib/tabler__core/1.4.0/dist/css/tabler.min.css",
            "/assets/lib/tabler__icons-webfont/3.35.0/dist/tabler-icons-outline.min.css",
            "/assets/lib/tabler__icons-webfont/3.35.0/dist/fonts/tabler-icons-outline.woff2",
            "/assets/static/echarts/6.0.0/dist/echarts.common.min.js");

    private Assets() {}

    static void mount(Router router) {
        LIBRARIES.forEach((path, folder) -> router.get(path + "*").handler(files(folder, A_YEAR)));
        router.get("/assets/*").handler(files(OWN, AN_HOUR));
    }

    private static StaticHandler files(String root, long maxAgeSeconds) {
        return StaticHandler.create(root)
                .setCachingEnabled(true)
                .setMaxAgeSeconds(maxAgeSeconds)
                .setIncludeHidden(false)
                .setDirectoryListing(false);
    }

    /** Unpacks them before the first is asked for: an event loop that had to do it would keep everybody waiting. */
    public static Future<Void> unpack(Vertx vertx) {
        FileSystem files = vertx.fileSystem();
        Stream<String> all = Stream.concat(Stream.of(OWN), TAKEN.stream().map(Assets::onClassPath));
        return Future.all(all.map(files::props).toList()).mapEmpty();
    }

    private static String onClassPath(String path) {
        return LIBRARIES.entrySet().stream()
                .filter(library -> path.startsWith(library.getKey()))
                .map(library ->
                        library.getValue() + path.substring(library.getKey().length()))
                .findFirst()
                .orElseThrow();
    }
}
