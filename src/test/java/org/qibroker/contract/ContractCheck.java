package org.qibroker.contract;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qibroker.contract.Contract.Operation;

/**
 * Holds an exchange against the contract: the operation exists; what the contract refuses was not accepted; status,
 * media type, required headers and body of the answer are those of the contract. Pages are none of its business.
 */
public final class ContractCheck implements Consumer<Exchange> {
    private static final ContractCheck STANDARD = new ContractCheck();
    private static final Set<Integer> WITHOUT_TOKEN = Set.of(401, 413, 429, 503);

    private final Contract contract = Contract.standard();
    private final Schemas schemas = new Schemas();

    /** The check against {@code openapi/broker.yaml}. */
    public static ContractCheck standard() {
        return STANDARD;
    }

    /** Whether the contract has a say in the path. */
    public static boolean concerns(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/.well-known/")
                || path.startsWith("/health/")
                || path.equals("/metrics");
    }

    /**
     * Lets an exchange pass that keeps the contract.
     *
     * @throws AssertionError naming all faults
     */
    @Override
    public void accept(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.stream()
                    .collect(joining(
                            "\n  ",
                            exchange.method() + " " + exchange.uri() + " → " + exchange.status()
                                    + " breaks the contract:\n  ",
                            "\n  " + excerpt(exchange.responseBody()))));
        }
    }

    /** All ways in which an exchange breaks the contract. */
    public List<String> faults(Exchange exchange) {
        if (!concerns(exchange.path())) {
            return List.of();
        }
        Optional<Operation> operation = contract.find(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            return exchange.status() == 404 || exchange.status() == 405
                    ? List.of()
                    : List.of("there is no such operation");
        }
        List<String> faults = new ArrayList<>();
        if (exchange.status() < 400) {
            requestFaults(operation.get(), exchange).forEach(f -> faults.add("accepted though " + f));
        }
        authorisationFault(operation.get(), exchange).ifPresent(faults::add);
        faults.addAll(responseFaults(operation.get(), exchange));
        return faults;
    }

    private static Optional<String> authorisationFault(Operation operation, Exchange exchange) {
        boolean open = false;
        for (JsonNode role : operation.node().path("x-roles")) {
            open |= role.asText().equals("PUBLIC");
        }
        boolean known = exchange.requestHeader("Authorization").isPresent()
                || exchange.requestHeader("Cookie").isPresent();
        return open || known || WITHOUT_TOKEN.contains(exchange.status())
                ? Optional.empty()
                : Optional.of("answered somebody unknown, and is not PUBLIC");
    }

    private List<String> requestFaults(Operation operation, Exchange exchange) {
        List<String> faults = new ArrayList<>();
        Map<String, String> path =
                operation.match(exchange.method(), exchange.path()).orElseThrow();
        Map<String, String> query = queryOf(exchange.query());
        for (JsonNode parameter : contract.parameters(operation)) {
            String name = parameter.path("name").asText();
            String value =
                    switch (parameter.path("in").asText()) {
                        case "path" -> path.get(name);
                        case "query" -> query.remove(name);
                        default -> exchange.requestHeaders().get(name);
                    };
            faults.addAll(valueFaults(name, parameter, value));
        }
        query.keySet().forEach(name -> faults.add("the query parameter " + name + " is unknown"));
        faults.addAll(requestBodyFaults(operation, exchange));
        return faults;
    }

    private List<String> requestBodyFaults(Operation operation, Exchange exchange) {
        JsonNode body = contract.resolve(operation.node().path("requestBody"));
        if (exchange.requestBody().isEmpty()) {
            return body.path("required").asBoolean() ? List.of("the body is missing") : List.of();
        }
        if (body.isMissingNode()) {
            return List.of("there is no body in the contract");
        }
        JsonNode content = body.path("content").path(exchange.requestType());
        return content.isMissingNode()
                ? List.of("the content type " + exchange.requestType() + " is not in the contract")
                : bodyFaults("the body ", content, exchange.requestType(), exchange.requestBody());
    }

    private List<String> responseFaults(Operation operation, Exchange exchange) {
        JsonNode response = contract.response(operation, exchange.status());
        if (response.isMissingNode()) {
            return List.of("the status " + exchange.status() + " is not in the contract of " + operation.id());
        }
        List<String> faults = new ArrayList<>();
        contract.headers(response)
                .forEach((name, header) -> faults.addAll(
                        valueFaults(name, header, exchange.responseHeaders().get(name))));
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            if (!exchange.responseBody().isEmpty()) {
                faults.add("the answer has a body, and should have none");
            }
            return faults;
        }
        String type = exchange.responseType();
        if (!content.has(type)) {
            faults.add("the answer's content type " + type + " is not in the contract");
            return faults;
        }
        faults.addAll(bodyFaults("the answer ", content.path(type), type, exchange.responseBody()));
        return faults;
    }

    private List<String> bodyFaults(String what, JsonNode content, String type, String body) {
        JsonNode schema = content.path("schema");
        List<String> faults = type.endsWith("json")
                ? schemas.faultsOfJson(schema, body)
                : schemas.faultsOfText(schema, "string", body);
        return faults.stream().map(fault -> what + fault).toList();
    }

    private List<String> valueFaults(String name, JsonNode described, @Nullable String value) {
        if (value == null) {
            return described.path("required").asBoolean() ? List.of(name + " is missing") : List.of();
        }
        JsonNode schema = described.path("schema");
        String type = contract.resolve(schema).path("type").asText();
        return schemas.faultsOfText(schema, type, value).stream()
                .map(fault -> name + " " + fault)
                .toList();
    }

    private static Map<String, String> queryOf(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String excerpt(String body) {
        return body.length() <= 600 ? body : body.substring(0, 600) + " …";
    }
}
