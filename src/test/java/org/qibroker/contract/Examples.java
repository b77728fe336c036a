package org.qibroker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import org.qibroker.contract.Contract.Operation;

/** Inputs as the contract shows them, so that nothing about them is in the way. */
final class Examples {
    private Examples() {}

    /** A body and its type; an empty body for an operation that takes none. */
    record Sent(String type, String body) {}

    static Sent of(Contract contract, Operation operation) {
        JsonNode content =
                contract.resolve(operation.node().path("requestBody")).path("content");
        String type = operation.node().has("x-upload") ? content.fieldNames().next() : "application/json";
        JsonNode media = content.elements().hasNext() ? content.elements().next() : content;
        JsonNode example = media.has("example")
                ? media.get("example")
                : media.at("/examples").elements().hasNext()
                        ? media.at("/examples").elements().next().path("value")
                        : media.path("none");
        boolean wanted = operation.node().has("requestBody");
        return new Sent(type, example.isMissingNode() ? (wanted ? "%PDF-1.4" : "") : example.toString());
    }
}
