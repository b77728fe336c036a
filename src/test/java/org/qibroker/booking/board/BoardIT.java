package org.qibroker.booking.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

class BoardIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static UUID line;

    @BeforeAll
    static void openTheLab() {
        lab = new TestLab(BROKER, 1);
        line = lab.line(null);
    }

    private static Answer booked() {
        return BROKER.as(Role.ENTERPRISE)
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line)))
                .expect(201);
    }

    @Test
    void whatWaitsForTheLabStandsInTheColumnOfItsState() {
        Answer requested = booked();
        Answer accepted = booked();
        lab.api()
                .ifMatch(accepted.version())
                .post("/api/v1/bookings/" + accepted.id() + "/transitions", Map.of("action", "accept"))
                .expect(200);
        String board = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER))
                .get("/inbox/board")
                .expect(200)
                .body();
        int first = board.indexOf("board-REQUESTED");
        int second = board.indexOf("board-ACCEPTED");
        assertThat(board.substring(first, second)).contains("/bookings/" + requested.id());
        assertThat(board.substring(second)).contains("/bookings/" + accepted.id());
    }

    @Test
    void aColumnOfMoreThanAPageIsTurnedOverAndShowsEachBookingOnce() {
        TestLab busy = new TestLab(BROKER, 2);
        UUID service = busy.line(null);
        Set<String> booked = new HashSet<>();
        for (int i = 0; i < 53; i++) {
            booked.add("/bookings/"
                    + BROKER.as(Role.ENTERPRISE, 3)
                            .withKey()
                            .post("/api/v1/bookings", Map.of("capabilityIds", List.of(service)))
                            .expect(201)
                            .id());
        }
        Visitor reader = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 2));
        String first = reader.get("/inbox/board").expect(200).body();
        assertThat(places(first)).hasSize(50).doesNotHaveDuplicates();
        assertThat(first).contains(">53<");
        String more = more(first).orElseThrow();
        String second = reader.get(more).expect(200).body();
        assertThat(places(second)).hasSize(3);
        assertThat(more(second)).isEmpty();
        assertThat(second).contains(">53<", "href=\"/inbox/board#board-REQUESTED\"");
        assertThat(Stream.of(first, second).flatMap(body -> places(body).stream()))
                .containsExactlyInAnyOrderElementsOf(booked);
        reader.get("/inbox/board?REQUESTED=nonsense").expect(400);
    }

    @Test
    void whoReadsEnglishFindsTheEnglishNamesOfEnterprisesAndSitesThatHaveOne() {
        TestLab other = new TestLab(BROKER, 3);
        UUID service = other.line(null);
        ApiClient enterprise = BROKER.as(Role.ENTERPRISE, 4);
        UUID organisation = BROKER.person(Role.ENTERPRISE, 4).organisation();
        BROKER.execute("UPDATE organisation SET name_en = 'Example Works' WHERE id = ?", organisation);
        enterprise
                .ifMatch(0)
                .put("/api/v1/organisations/" + organisation + "/profile", Map.of("size", "SMALL"))
                .expect(200);
        Answer booking = enterprise
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(service)))
                .expect(201);
        Visitor reader = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 3));
        assertThat(reader.get("/inbox/board").expect(200).body()).doesNotContain("Example Works");
        reader.post("/preferences", Map.of("lang", "en", "back", "/inbox/board"))
                .expect(303);
        Waiting.until(() -> reader.get("/inbox/board").expect(200).body().contains("Example Works"));
        assertThat(reader.get("/bookings/" + booking.id()).expect(200).body())
                .contains("Songjiang laboratory")
                .doesNotContain("松江实验室");
    }

    private static Optional<String> more(String board) {
        return Pattern.compile("href=\"(/inbox/board\\?REQUESTED=[^\"#]+)#")
                .matcher(board)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    @Test
    void theListBeginsWithWhatIsDueFirst() {
        UUID resource = lab.resource(2);
        UUID appointed = lab.line(resource);
        for (int slot : List.of(3, 1, 2)) {
            Map<String, String> time = lab.slot(resource, slot);
            Answer made = BROKER.as(Role.ENTERPRISE, 2)
                    .withKey()
                    .post(
                            "/api/v1/bookings",
                            Map.of(
                                    "capabilityIds", List.of(appointed),
                                    "resourceId", resource,
                                    "start", time.get("start"),
                                    "end", time.get("end")))
                    .expect(201);
            lab.api()
                    .ifMatch(1)
                    .post("/api/v1/bookings/" + made.id() + "/transitions", Map.of("action", "accept"))
                    .expect(200);
        }
        Visitor enterprise = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE, 2));
        List<String> inOrder = places(enterprise.get("/bookings").expect(200).body());
        assertThat(inOrder)
                .containsExactlyElementsOf(BROKER
                        .rows(
                                "SELECT id FROM booking WHERE enterprise_id = ? ORDER BY slot_start",
                                BROKER.person(Role.ENTERPRISE, 2).organisation())
                        .stream()
                        .map(row -> "/bookings/" + row.get("id"))
                        .toList());
    }

    private static List<String> places(String body) {
        return Pattern.compile("href=\"(/bookings/[0-9a-f-]{36})\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theListOfWhatWaitsIsThatOfTheNextSteps() {
        Answer requested = booked();
        Visitor enterprise = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        Visitor provider = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER));
        String place = "/bookings/" + requested.id();
        assertThat(provider.get("/inbox?tab=mine").body()).contains(place);
        assertThat(provider.get("/inbox?state=REQUESTED").body()).contains(place);
        assertThat(provider.get("/inbox?state=DISPUTED").body()).doesNotContain(place);
        assertThat(enterprise.get("/bookings?tab=mine").body()).doesNotContain(place);

        Answer last = requested;
        for (String action : List.of("accept", "receive", "draft")) {
            last = lab.api()
                    .ifMatch(last.version())
                    .post("/api/v1" + place + "/transitions", Map.of("action", action))
                    .expect(200);
        }
        assertThat(last.text("/nextActor")).isEqualTo("ENTERPRISE");
        assertThat(enterprise.get("/bookings?tab=mine").body()).contains(place);
        assertThat(provider.get("/inbox?tab=mine").body()).doesNotContain(place);
    }

    @Test
    void aBookingIsFoundByItsNumberOrTheEndOfItByItsSidesOnly() {
        Answer booking = booked();
        String number = booking.text("/number");
        Visitor enterprise = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        String place = "/bookings/" + booking.id();
        assertThat(enterprise.get("/bookings/find?number=" + number).header("Location"))
                .isEqualTo(place);
        String end = number.substring(number.length() - 5);
        assertThat(enterprise.get("/bookings/find?number=" + end).header("Location"))
                .isEqualTo(place);
        assertThat(Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 2))
                        .get("/bookings/find?number=" + number)
                        .header("Location"))
                .isEqualTo("/inbox");
    }
}
