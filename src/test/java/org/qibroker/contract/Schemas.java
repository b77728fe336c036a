package org.qibroker.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi31;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The schemas of the contract, in the dialect of OpenAPI 3.1, formats asserted. */
final class Schemas {
    private static final String CONTRACT = "classpath:openapi/broker.yaml";

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final JsonMetaSchema dialect = JsonMetaSchema.builder(OpenApi31.getInstance())
            .keywords(Stream.of(
                            "openapi",
                            "info",
                            "jsonSchemaDialect",
                            "servers",
                            "security",
                            "tags",
                            "paths",
                            "components")
                    .<Keyword>map(NonValidationKeyword::new)
                    .toList())
            .build();
    private final JsonSchemaFactory factory = JsonSchemaFactory.builder()
            .metaSchema(dialect)
            .defaultMetaSchemaIri(dialect.getIri())
            .build();
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    /** What is wrong with the text as a JSON value of the schema. */
    List<String> faultsOfJson(JsonNode schema, String text) {
        try {
            return faults(schema, json.readTree(text));
        } catch (JsonProcessingException notJson) {
            return List.of("is not JSON: " + notJson.getOriginalMessage());
        }
    }

    /** What is wrong with the text of a parameter or header, read as the schema's type says. */
    List<String> faultsOfText(JsonNode schema, String type, String text) {
        boolean plain =
                switch (type) {
                    case "integer" -> text.matches("-?\\d+");
                    case "number" -> text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
                    case "boolean" -> text.equals("true") || text.equals("false");
                    default -> false;
                };
        return plain ? faultsOfJson(schema, text) : faults(schema, TextNode.valueOf(text));
    }

    /** What is wrong with the value. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return known.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        copy.findParents("$ref").forEach(Schemas::makeAbsolute);
        return factory.getSchema(copy, config);
    }

    private static void makeAbsolute(JsonNode parent) {
        String reference = parent.get("$ref").asText();
        ((ObjectNode) parent).put("$ref", reference.startsWith("#") ? CONTRACT + reference : reference);
    }
}
