package org.qibroker.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qibroker.shared.Role;

/** The operations that {@code openapi/broker.yaml} promises on the main port. */
public final class Contract {
    private static final String RESOURCE = "openapi/broker.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final List<Operation> operations;

    private Contract(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /**
     * Reads the contract of the class path.
     *
     * @throws IllegalStateException if it is missing or an operation lacks its id or roles
     */
    public static Contract load() {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the contract " + RESOURCE + " is not on the class path");
            }
            return of(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract of a document; operations marked {@code x-port: ops} are served elsewhere and left out. */
    static Contract of(JsonNode document) {
        String base = server(document);
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            String prefix = path.getValue().has("servers") ? server(path.getValue()) : base;
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey()) && !method.getValue().has("x-port")) {
                    operations.add(operation(prefix + path.getKey(), method));
                }
            }
        }
        return new Contract(operations);
    }

    private static String server(JsonNode node) {
        String url = node.path("servers").path(0).path("url").asText("");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static Operation operation(String path, Map.Entry<String, JsonNode> method) {
        JsonNode node = method.getValue();
        String id = node.path("operationId").asText("");
        Set<Role> roles = new LinkedHashSet<>();
        node.path("x-roles").forEach(role -> roles.add(Role.valueOf(role.asText())));
        if (id.isEmpty() || roles.isEmpty()) {
            throw new IllegalStateException(method.getKey() + " " + path + " lacks operationId or x-roles");
        }
        return new Operation(
                id,
                HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
                path.replaceAll("\\{([A-Za-z]+)}", ":$1"),
                Collections.unmodifiableSet(roles),
                node.path("x-upload").asBoolean());
    }

    List<Operation> operations() {
        return operations;
    }
}
