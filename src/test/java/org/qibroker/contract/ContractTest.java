package org.qibroker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.BookingAction;
import org.qibroker.booking.BookingState;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.contract.Contract.Operation;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.http.Json;
import org.qibroker.report.conformity.Conformity;
import org.qibroker.shared.DecisionRule;
import org.qibroker.shared.Family;
import org.qibroker.shared.Role;
import org.qibroker.shared.ServiceKind;

/** The contract itself: complete, closed, true to the code's own words. */
class ContractTest {
    private final Contract contract = Contract.standard();

    @Test
    void everyOperationSaysWhatItIsAndWhoMayCallIt() {
        List<String> roles = Arrays.stream(Role.values()).map(Enum::name).toList();
        assertThat(contract.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.id()).isNotBlank();
            assertThat(operation.node().path("summary").asText()).isNotBlank();
            assertThat(texts(operation.node().path("x-roles"))).isNotEmpty().isSubsetOf(roles);
        });
        assertThat(contract.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationListsTheErrorsItsShapeBrings() {
        assertThat(contract.operations())
                .filteredOn(o -> !o.node().has("x-port"))
                .allSatisfy(this::listsItsErrors);
    }

    private void listsItsErrors(Operation operation) {
        boolean open = texts(operation.node().path("x-roles")).contains("PUBLIC");
        boolean conditional = hasParameter(operation, "If-Match");
        assertThat(lists(operation, 429)).isTrue();
        assertThat(lists(operation, 503)).isTrue();
        assertThat(lists(operation, 403)).isEqualTo(!open);
        assertThat(lists(operation, 412)).isEqualTo(conditional);
        assertThat(lists(operation, 428)).isEqualTo(conditional);
        assertThat(lists(operation, 415)).isEqualTo(operation.node().has("requestBody"));
        assertThat(lists(operation, 422)).isEqualTo(hasParameter(operation, "Idempotency-Key"));
    }

    private boolean lists(Operation operation, int status) {
        return !contract.response(operation, status).isMissingNode();
    }

    @Test
    void everyErrorIsAProblem() {
        contract.document().path("components").path("responses").properties().forEach(entry -> {
            JsonNode content = entry.getValue().path("content");
            if (content.has("application/problem+json")) {
                assertThat(content.at("/application~1problem+json/schema/$ref").asText())
                        .isEqualTo("#/components/schemas/Problem");
            }
        });
    }

    @Test
    void everyObjectIsClosed() {
        List<JsonNode> open = new ArrayList<>();
        walk(contract.document().path("components").path("schemas"), node -> {
            if (node.path("type").asText().equals("object") && !node.has("additionalProperties")) {
                open.add(node);
            }
        });
        assertThat(open).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        walk(contract.document(), node -> {
            if (node.has("$ref")) {
                assertThat(contract.resolve(node).isMissingNode())
                        .as(node.toString())
                        .isFalse();
            }
        });
    }

    @Test
    void everyExampleIsOne() {
        Schemas schemas = new Schemas();
        walk(contract.document(), node -> {
            if (node.has("example") && node.has("schema")) {
                assertThat(schemas.faults(node.get("schema"), node.get("example")))
                        .as(node.get("example").toString())
                        .isEmpty();
            }
            node.path("examples").forEach(e -> assertThat(schemas.faults(node.get("schema"), e.get("value")))
                    .isEmpty());
        });
    }

    @Test
    void enumerationsAreThoseOfTheCode() {
        assertThat(enumeration("Family")).containsExactlyElementsOf(names(Family.values()));
        assertThat(enumeration("ServiceKind")).containsExactlyElementsOf(names(ServiceKind.values()));
        assertThat(enumeration("BookingState")).containsExactlyElementsOf(names(BookingState.values()));
        assertThat(enumeration("BookingAction")).containsExactlyInAnyOrderElementsOf(written(BookingAction.values()));
        assertThat(enumeration("ScopeRule")).containsExactlyElementsOf(names(Rule.values()));
        assertThat(enumeration("Figure")).containsExactlyElementsOf(names(Figure.values()));
        assertThat(enumeration("UptakeDimension")).containsExactlyElementsOf(names(Dimension.values()));
        assertThat(enumeration("DecisionRule")).containsExactlyElementsOf(names(DecisionRule.values()));
        assertThat(enumeration("Conformity")).containsExactlyElementsOf(names(Conformity.values()));
        assertThat(enumeration("Criterion")).containsExactlyElementsOf(names(Criterion.values()));
        assertThat(enumeration("Verdict")).containsExactlyElementsOf(names(Verdict.values()));
        assertThat(texts(contract.document()
                        .at("/components/schemas/NotificationChoices/properties/channels/propertyNames/enum")))
                .containsExactlyElementsOf(names(Topic.values()));
        assertThat(names(Role.values())).containsAll(enumeration("Role"));
    }

    private boolean hasParameter(Operation operation, String name) {
        return contract.parameters(operation).stream()
                .anyMatch(p -> p.path("name").asText().equals(name));
    }

    private List<String> enumeration(String schema) {
        return texts(contract.document()
                .path("components")
                .path("schemas")
                .path(schema)
                .path("enum"));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static List<String> written(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> Json.mapper().valueToTree(constant).asText())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }
}
