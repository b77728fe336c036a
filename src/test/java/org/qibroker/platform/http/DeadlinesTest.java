package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qibroker.support.TestBroker;

class DeadlinesTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static int port;

    @BeforeAll
    static void serve() {
        Deadlines deadlines = new Deadlines(VERTX, 10);
        Router router = Router.router(VERTX);
        router.get("/never").handler(context -> deadlines.set(context, 50));
        router.get("/in-time").handler(context -> {
            deadlines.set(context, 50);
            VERTX.setTimer(5, timer -> context.end("done"));
        });
        router.get("/after").handler(context -> {
            deadlines.set(context, 1);
            context.end("done");
        });
        HttpServer server =
                TestBroker.await(VERTX.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    @AfterAll
    static void close() {
        TestBroker.await(VERTX.close());
    }

    private static int status(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whatTakesLongerThanItMayFails() throws Exception {
        assertThat(status("/never")).isEqualTo(503);
    }

    @Test
    void whatEndsInTimeIsLeftAlone() throws Exception {
        assertThat(status("/in-time")).isEqualTo(200);
        assertThat(status("/after")).isEqualTo(200);
    }
}
