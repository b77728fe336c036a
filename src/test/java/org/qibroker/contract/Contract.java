package org.qibroker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contract as a document, and the way from a request to the operation it belongs to. */
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final JsonNode document;
    private final List<Operation> operations;

    private Contract(JsonNode document) {
        this.document = document;
        this.operations = operationsOf();
    }

    /** An operation; {@code names} are those of the path's parameters in the order of the groups of {@code path}. */
    record Operation(String method, String template, Pattern path, List<String> names, JsonNode node, JsonNode shared) {
        String id() {
            return node.path("operationId").asText();
        }

        Optional<Map<String, String>> match(String method, String path) {
            Matcher matcher = this.path.matcher(path);
            if (!this.method.equals(method.toLowerCase(Locale.ROOT)) || !matcher.matches()) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
            return Optional.of(values);
        }
    }

    /** The contract on the class path. */
    static Contract standard() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi/broker.yaml")) {
            return new Contract(new YAMLMapper().readTree(Objects.requireNonNull(in, "openapi/broker.yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    /** The operation of a request; of two that fit the one with fewer parameters. */
    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(o -> o.match(method, path).isPresent())
                .min(Comparator.comparingInt(o -> o.names().size()));
    }

    /** Follows a reference within the document. */
    JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    /** Parameters of an operation and of its path, references followed. */
    List<JsonNode> parameters(Operation operation) {
        List<JsonNode> all = new ArrayList<>();
        operation.shared().path("parameters").forEach(p -> all.add(resolve(p)));
        operation.node().path("parameters").forEach(p -> all.add(resolve(p)));
        return all;
    }

    /** What the contract says about one status of an operation; missing if it says nothing. */
    JsonNode response(Operation operation, int status) {
        JsonNode response = operation.node().path("responses").path(String.valueOf(status));
        return response.isMissingNode() ? response : resolve(response);
    }

    /** Headers of a response by name, references followed. */
    Map<String, JsonNode> headers(JsonNode response) {
        Map<String, JsonNode> headers = new LinkedHashMap<>();
        response.path("headers").properties().forEach(h -> headers.put(h.getKey(), resolve(h.getValue())));
        return headers;
    }

    private List<Operation> operationsOf() {
        List<Operation> all = new ArrayList<>();
        document.path("paths").properties().forEach(entry -> {
            JsonNode path = entry.getValue();
            METHODS.stream()
                    .filter(path::has)
                    .forEach(method -> all.add(operation(method, base(path) + entry.getKey(), path)));
        });
        return List.copyOf(all);
    }

    private String base(JsonNode path) {
        JsonNode servers = path.has("servers") ? path.get("servers") : document.path("servers");
        String url = servers.path(0).path("url").asText("/");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Operation operation(String method, String template, JsonNode path) {
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PARAMETER.matcher(template);
        int from = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(from, matcher.start())))
                    .append("([^/]+)");
            names.add(matcher.group(1));
            from = matcher.end();
        }
        regex.append(Pattern.quote(template.substring(from)));
        JsonNode shared = JsonNodeFactory.instance.objectNode().set("parameters", path.path("parameters"));
        return new Operation(method, template, Pattern.compile(regex.toString()), names, path.get(method), shared);
    }
}
