package org.qibroker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.contract.Contract.Operation;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/**
 * Whatever the contract offers below a booking: to organisations that are no side of it there is no such booking, and it
 * stays as it is; its sides and the coordinator find it.
 */
class BookingAccessIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Contract CONTRACT = Contract.standard();
    private static UUID booking;

    @BeforeAll
    static void book() {
        TestLab lab = new TestLab(BROKER, 1);
        booking = BROKER.as(Role.ENTERPRISE)
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(lab.line(null))))
                .expect(201)
                .id();
    }

    private static Stream<Operation> operations() {
        return CONTRACT.operations().stream()
                .filter(operation -> operation.template().contains("/bookings/{id}"));
    }

    private static boolean open(Operation operation, Role role) {
        for (JsonNode admitted : operation.node().path("x-roles")) {
            if (Role.valueOf(admitted.asText()) == role) {
                return true;
            }
        }
        return false;
    }

    @TestFactory
    Stream<DynamicTest> toOthersThereIsNoSuchBooking() {
        return operations().flatMap(operation -> Stream.of(Role.ENTERPRISE, Role.PROVIDER)
                .map(role -> DynamicTest.dynamicTest(operation.id() + " as another " + role, () -> {
                    List<Map<String, Object>> before = state();
                    Answer answer = call(operation, BROKER.as(role, 2), booking);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(open(operation, role) ? 404 : 403);
                    assertThat(state()).isEqualTo(before);
                })));
    }

    @TestFactory
    Stream<DynamicTest> toNobodyThereIsABookingOfAnIdThatWasNeverGiven() {
        return operations().flatMap(operation -> Stream.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR)
                .map(role -> DynamicTest.dynamicTest(operation.id() + " as " + role, () -> {
                    Answer answer = call(operation, BROKER.as(role), UUID.randomUUID());
                    assertThat(answer.status()).as(answer.body()).isEqualTo(open(operation, role) ? 404 : 403);
                })));
    }

    @TestFactory
    Stream<DynamicTest> itsSidesAndTheCoordinatorReadIt() {
        return operations()
                .filter(operation -> operation.method().equals("get"))
                .filter(operation -> operation.names().size() == 1)
                .filter(operation -> !operation.template().contains("/report-draft"))
                .flatMap(operation -> Stream.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR)
                        .filter(role -> open(operation, role))
                        .map(role -> DynamicTest.dynamicTest(operation.id() + " as " + role, () -> {
                            Answer answer = call(operation, BROKER.as(role), booking);
                            boolean nothingYet = answer.status() == 404
                                    && !answer.text("/title").endsWith("booking");
                            assertThat(answer.status() == 200 || nothingYet)
                                    .as(answer.body())
                                    .isTrue();
                        })));
    }

    /** All that a stranger could have changed. */
    private static List<Map<String, Object>> state() {
        return BROKER.rows(
                """
                SELECT b.version, b.state, b.flags::text,
                       (SELECT count(*) FROM event e WHERE e.stream = b.id AND e.kind <> 'access') AS events,
                       (SELECT count(*) FROM talk_message m WHERE m.booking_id = b.id) AS messages
                FROM booking b WHERE b.id = ?""",
                booking);
    }

    private static Answer call(Operation operation, ApiClient caller, UUID booking) {
        String path = operation
                .template()
                .replace("{id}", booking.toString())
                .replace("{version}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        Examples.Sent sent = Examples.of(CONTRACT, operation);
        return caller.with("Content-Type", sent.type())
                .withKey()
                .ifMatch(1)
                .send(operation.method().toUpperCase(Locale.ROOT), path, sent.body());
    }
}
