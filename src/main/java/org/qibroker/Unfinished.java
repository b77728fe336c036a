package org.qibroker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.shared.Refusal;

/** Answers 503 for operations of features that are not wired yet. */
final class Unfinished {
    private Unfinished() {}

    static void bind(ApiBinder api) {
        try (InputStream in = Unfinished.class.getResourceAsStream("/openapi/broker.yaml")) {
            for (JsonNode path : new YAMLMapper().readTree(in).path("paths")) {
                path.forEach(operation -> bind(api, operation));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bind(ApiBinder api, JsonNode operation) {
        if (!operation.has("operationId") || operation.has("x-port")) {
            return;
        }
        try {
            api.bind(operation.get("operationId").asText(), call -> Future.failedFuture(Refusal.unavailable(60)));
        } catch (IllegalStateException bound) {
            return;
        }
    }
}
