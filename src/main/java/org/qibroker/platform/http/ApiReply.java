package org.qibroker.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.WriteStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to an operation that went well.
 *
 * @param status HTTP status, 2xx
 * @param headers headers beside those that every answer has
 * @param body what is sent, absent for 204 and where there is a content
 * @param content what is sent bit by bit
 */
public record ApiReply(int status, Map<String, String> headers, @Nullable Buffer body, @Nullable Content content) {
    private static final Logger LOG = LoggerFactory.getLogger(ApiReply.class);
    private static final String JSON = "application/json";
    private static final int LONG = 512 * 1024;

    /** A body that is too large to be made at once. */
    @FunctionalInterface
    public interface Content {
        /** Writes it at the pace of whoever reads it; done when all is written, which does not end the stream. */
        Future<Void> writeTo(WriteStream<Buffer> to);
    }

    /** An answer whose body is there. */
    public ApiReply(int status, Map<String, String> headers, @Nullable Buffer body) {
        this(status, headers, body, null);
    }

    /** 200 with a body. */
    public static ApiReply ok(Object body) {
        return json(200, body);
    }

    /** 200 with a body that is JSON already. */
    public static ApiReply written(Buffer json) {
        return new ApiReply(200, Map.of("Content-Type", JSON), json);
    }

    /** 200 with a body and the version it was read at. */
    public static ApiReply ok(Object body, long version) {
        return json(200, body).with("ETag", etag(version));
    }

    /** 201: made, and where it is. */
    public static ApiReply created(String location, Object body) {
        return json(201, body).with("Location", location);
    }

    /** 201: made, where it is and at which version. */
    public static ApiReply created(String location, Object body, long version) {
        return created(location, body).with("ETag", etag(version));
    }

    /** 202: begun, and where to look how it goes. */
    public static ApiReply accepted(String location, Object body) {
        return json(202, body).with("Location", location);
    }

    /** 204. */
    public static ApiReply noContent() {
        return new ApiReply(204, Map.of(), null);
    }

    /** 200 with a file to keep. */
    public static ApiReply file(String contentType, String fileName, Content content) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return new ApiReply(200, Map.of("Content-Type", contentType), null, content)
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
    }

    private static ApiReply json(int status, Object body) {
        try {
            Buffer bytes = Buffer.buffer(Json.mapper().writeValueAsBytes(body));
            return new ApiReply(status, Map.of("Content-Type", JSON), bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON: " + body.getClass(), e);
        }
    }

    /** The same answer with one header more. */
    public ApiReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiReply(status, more, body, content);
    }

    /** The same answer; a long one goes out as it is, since compressing it would keep others waiting. */
    public ApiReply plainIfLong() {
        return body != null && body.length() > LONG ? with("Content-Encoding", "identity") : this;
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** Answers with it. A content that breaks off is cut off, so that nobody takes a part of it for the whole. */
    public void send(HttpServerResponse response) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        response.putHeader("Cache-Control", "no-store");
        if (content != null) {
            content.writeTo(response.setChunked(true))
                    .compose(written -> response.end())
                    .onFailure(failure -> cutOff(response, failure));
        } else if (body == null) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static void cutOff(HttpServerResponse response, Throwable failure) {
        LOG.warn("an answer broke off", failure);
        response.reset();
    }
}
