package org.qibroker.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an operation that went well.
 *
 * @param status HTTP status, 2xx
 * @param headers headers beside those that every answer has
 * @param body what is sent, absent for 204
 */
public record ApiReply(int status, Map<String, String> headers, @Nullable Buffer body) {
    private static final String JSON = "application/json";
    private static final int LONG = 512 * 1024;

    /** 200 with a body. */
    public static ApiReply ok(Object body) {
        return json(200, body);
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
    public static ApiReply file(String contentType, String fileName, Buffer content) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return new ApiReply(200, Map.of("Content-Type", contentType), content)
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
        return new ApiReply(status, more, body);
    }

    /** The same answer; a long one goes out as it is, since compressing it would keep others waiting. */
    public ApiReply plainIfLong() {
        return body != null && body.length() > LONG ? with("Content-Encoding", "identity") : this;
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
