package org.qibroker.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.qibroker.contract.Exchange;
import org.qibroker.platform.http.Json;

/** Speaks JSON with a broker, as somebody. Immutable. */
public final class ApiClient {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final Map<String, String> headers;

    ApiClient(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** The same with one more header. */
    public ApiClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiClient(base, more);
    }

    /** The same as whoever has the access token. */
    public ApiClient withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same, having seen the version. */
    public ApiClient ifMatch(long version) {
        return with("If-Match", "\"" + version + "\"");
    }

    /** The same with an idempotency key never used before. */
    public ApiClient withKey() {
        return with("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** GET of a path such as {@code /api/v1/me}. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** POST of a record, map or JSON text. */
    public Answer post(String path, Object body) {
        return send("POST", path, text(body));
    }

    /** PUT of a record, map or JSON text. */
    public Answer put(String path, Object body) {
        return send("PUT", path, text(body));
    }

    /** PATCH of a record, map or JSON text. */
    public Answer patch(String path, Object body) {
        return send("PATCH", path, text(body));
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Any method with any body; it is JSON unless a header says otherwise. */
    public Answer send(String method, String path, String body) {
        return send(method, path, body, StandardCharsets.UTF_8);
    }

    /** Any method with a body written so. */
    Answer send(String method, String path, String body, Charset charset) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, charset));
        Map<String, String> sent = new LinkedHashMap<>(headers);
        if (!body.isEmpty()) {
            sent.putIfAbsent("Content-Type", "application/json");
        }
        sent.forEach(request::header);
        HttpResponse<String> response = exchange(request.build());
        Map<String, String> received = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
        Exchanges.heard(new Exchange(method, path, sent, body, response.statusCode(), received, response.body()));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The lines of an answer that goes on, as they come. */
    List<String> listen(String path) {
        Lines lines = new Lines(new CopyOnWriteArrayList<>());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        Future<?> unused = CLIENT.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(lines));
        return lines.heard();
    }

    private record Lines(List<String> heard) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            heard.add(line);
        }

        @Override
        public void onError(Throwable broken) {
            heard.add("broken: " + broken);
        }

        @Override
        public void onComplete() {
            heard.add("ended");
        }
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(Object body) {
        return body instanceof String text ? text : Json.write(body);
    }
}
