package org.qibroker.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.UUID;
import org.qibroker.platform.http.Json;

/** What the broker answered. */
public record Answer(int status, HttpHeaders headers, String body) {
    /** The same, if it has this status; else the test fails and shows the body. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected status " + expected + " but was " + status + ": " + body);
        }
        return this;
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    /** What is at a JSON pointer, as text; empty if nothing is. */
    public String text(String pointer) {
        return json().at(pointer).asText("");
    }

    /** The {@code id} of the body. */
    public UUID id() {
        return UUID.fromString(text("/id"));
    }

    /** The first value of a header; empty if it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The version in the {@code ETag}. */
    public long version() {
        return Long.parseLong(header("ETag").replace("\"", ""));
    }
}
