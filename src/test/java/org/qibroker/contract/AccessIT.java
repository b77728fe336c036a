package org.qibroker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.contract.Contract.Operation;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** Each operation lets in whom the contract lets in, and nobody else; and no input of a stranger breaks it. */
class AccessIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final List<String> BODIES =
            List.of("", "{}", "[]", "{\"", "{\"items\":[{\"family\":\"NONE\"}]}", "{\"a\":" + "[".repeat(2000) + "}");

    @TestFactory
    Stream<DynamicTest> admitsWhomTheContractAdmits() {
        return operations().flatMap(operation -> Stream.of(Role.values())
                .map(role -> DynamicTest.dynamicTest(operation.id() + " as " + role, () -> admits(operation, role))));
    }

    private static void admits(Operation operation, Role role) {
        boolean allowed =
                roles(operation).contains(Role.PUBLIC) || roles(operation).contains(role);
        Answer answer = call(operation, role, "{}");

        if (allowed) {
            assertThat(answer.status()).as(answer.body()).isNotIn(401, 403);
        } else {
            assertThat(answer.status()).isEqualTo(role == Role.PUBLIC ? 401 : 403);
        }
    }

    @Test
    void whatNothingDoesIsRefusedWithWhatIsDoneThere() {
        Answer refused = BROKER.api().send("PUT", "/api/v1/bookings/" + UUID.randomUUID(), "");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET");
        assertThat(BROKER.api().send("PUT", "/api/v1/bookings", "").header("Allow"))
                .contains("GET", "POST");
        for (String path : List.of("", "/", "/nothing", "/bookings/1/2/3")) {
            assertThat(BROKER.api().send("GET", "/api/v1" + path, "").status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @TestFactory
    Stream<DynamicTest> noInputBreaksAnOperation() {
        return operations().map(operation -> DynamicTest.dynamicTest(operation.id(), () -> survives(operation)));
    }

    private static void survives(Operation operation) {
        Role role = roles(operation).iterator().next();
        for (String body : BODIES) {
            assertThat(call(operation, role, body).status()).as(body).isLessThan(500);
        }
    }

    private static Stream<Operation> operations() {
        return Contract.standard().operations().stream()
                .filter(operation -> !operation.node().has("x-port"));
    }

    private static Set<Role> roles(Operation operation) {
        Set<Role> roles = new HashSet<>();
        for (JsonNode role : operation.node().path("x-roles")) {
            roles.add(Role.valueOf(role.asText()));
        }
        return roles;
    }

    private static Answer call(Operation operation, Role role, String body) {
        ApiClient caller = role == Role.PUBLIC ? BROKER.api() : BROKER.as(role);
        ApiClient client = operation.node().has("x-upload") ? caller.with("Content-Type", "text/csv") : caller;
        String path =
                operation.template().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        String method = operation.method().toUpperCase(Locale.ROOT);
        return client.withKey().ifMatch(1).send(method, path, operation.node().has("requestBody") ? body : "");
    }
}
