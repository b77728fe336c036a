package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.machine.BookingModel;
import org.qibroker.booking.machine.BookingModel.Command;
import org.qibroker.booking.machine.BookingModel.Dues;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** Forged and honest commands over the API do what the model foretells, and the constraints of the database agree. */
class BookingModelIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final int BOOKINGS = 25;
    private static final int COMMANDS = 20;
    private static final Map<String, Integer> REFUSED = Map.of("FORBIDDEN", 403, "CONFLICT", 409);

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @Test
    void hundredsOfCommandsDoWhatTheModelForetells() {
        TestLab lab = new TestLab(BROKER, 1);
        UUID line = lab.line(null);
        Map<Actor, ApiClient> people = new EnumMap<>(Map.of(
                Actor.ENTERPRISE, BROKER.as(Role.ENTERPRISE),
                Actor.PROVIDER, lab.api(),
                Actor.COORDINATOR, BROKER.as(Role.COORDINATOR)));
        for (int i = 0; i < BOOKINGS; i++) {
            life(line, people);
        }
    }

    private void life(UUID line, Map<Actor, ApiClient> people) {
        ApiClient enterprise = Objects.requireNonNull(people.get(Actor.ENTERPRISE));
        Answer booking = enterprise
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line)))
                .expect(201);
        BookingModel model = new BookingModel();
        for (int i = 0; i < COMMANDS; i++) {
            BookingAction action = BookingAction.values()[random.nextInt(BookingAction.values().length)];
            Actor actor = Actor.values()[random.nextInt(3)];
            String outcome = random.nextBoolean() ? "COMPLETED" : "CANCELLED";
            Command command = new Command(action.name(), actor.name(), outcome);
            String foretold = foretold(model, command, booking);
            Answer answer = Objects.requireNonNull(people.get(actor))
                    .ifMatch(booking.version())
                    .post("/api/v1/bookings/" + booking.id() + "/transitions", said(action, outcome));
            assertThat(answer.status())
                    .as("%s in %s: %s", command, model.state(), answer.body())
                    .isEqualTo(REFUSED.getOrDefault(foretold, 200));
            if (answer.status() == 200) {
                assertThat(answer.text("/state")).isEqualTo(foretold);
                model.done(command, foretold);
                booking = answer;
            }
        }
    }

    /** Without a slot there is nothing to move. */
    private static String foretold(BookingModel model, Command command, Answer booking) {
        String foretold = model.foretell(command, dues(booking), BROKER.clock().instant());
        return command.action().equals("RESCHEDULE") && !REFUSED.containsKey(foretold) ? "CONFLICT" : foretold;
    }

    private static Map<String, Object> said(BookingAction action, String outcome) {
        Instant start = Instant.now().plus(Duration.ofDays(9));
        return Map.of(
                "action",
                Json.mapper().convertValue(action, String.class),
                "reason",
                "why",
                "start",
                start.toString(),
                "end",
                start.plusSeconds(7200).toString(),
                "waitingFor",
                "ENTERPRISE",
                "outcome",
                outcome);
    }

    private static Dues dues(Answer booking) {
        return new Dues(
                moment(booking.text("/responseDue")),
                moment(booking.text("/proposal/due")),
                moment(booking.text("/draft/answerDue")),
                moment(booking.text("/completionDue")));
    }

    private static @Nullable Instant moment(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
