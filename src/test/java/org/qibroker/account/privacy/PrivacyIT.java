package org.qibroker.account.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Pseudonym;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Everybody gets a copy of what is kept of them, and can be forgotten. */
class PrivacyIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static ApiClient as(Person person) {
        return BROKER.api().withToken(person.token());
    }

    private static Answer delete(Person person, String password) {
        return as(person).post("/api/v1/me/deletion", Map.of("password", password));
    }

    @Test
    void theCopyHoldsWhatIsKeptAndTheLogTellsOfIt() {
        Person person = BROKER.person(Role.ENTERPRISE, 5);
        Answer copy = as(person).get("/api/v1/me/data").expect(200);
        assertThat(copy.header("Content-Disposition")).contains("attachment");
        JsonNode json = copy.json();
        assertThat(json.at("/person/email").asText()).isEqualTo(person.email());
        assertThat(json.at("/person/sessions")).isNotEmpty();
        assertThat(json.at("/person/elsewhere/notifications/channels")).isNotEmpty();
        assertThat(json.at("/events").findValuesAsText("type")).contains("file-taken");
        Visitor browser = Visitor.signedIn(BROKER, person);
        assertThat(browser.get("/account/data").expect(200).body())
                .contains(person.email(), Pseudonym.of(person.userId()));
        assertThat(browser.get("/account/data/copy.json")
                        .expect(200)
                        .json()
                        .at("/person/userId")
                        .asText())
                .isEqualTo(person.userId().toString());
    }

    @Test
    void whoIsDeletedIsGoneAtOnceAndTheirDeedsKeepAPseudonym() {
        Person person = BROKER.person(Role.ENTERPRISE, 6);
        Visitor browser = Visitor.signedIn(BROKER, person);
        as(person)
                .post("/api/v1/me/colleagues/invitations", Map.of("email", "gone@example.test"))
                .expect(201);
        BROKER.execute(
                """
                INSERT INTO letter (id, recipient, content, state, attempts, next_at, created_at)
                VALUES (gen_random_uuid(), ?, '{}', 'WAITING', 0, now() + interval '1 year', now())""",
                person.email());
        assertThat(delete(person, "not-the-password").expect(401).text("/type")).endsWith("wrong-credentials");

        delete(person, Person.PASSWORD).expect(204);

        assertThat(browser.get("/account").status()).isEqualTo(303);
        isForgotten(person);
        JsonNode found = BROKER.as(Role.ADMIN)
                .get("/api/v1/audit?person=" + Pseudonym.of(person.userId()))
                .expect(200)
                .json();
        assertThat(found.at("/items/0/type").asText()).isEqualTo("user-deleted");
        assertThat(found.findValuesAsText("name")).containsOnly(Pseudonym.of(person.userId()));
        assertThat(Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN))
                        .get("/audit?subject=" + person.organisation())
                        .expect(200)
                        .body())
                .contains(Pseudonym.of(person.userId()));
    }

    private static void isForgotten(Person person) {
        Waiting.until(() -> as(person).get("/api/v1/me/sessions").status() == 401);
        Map<String, String> secret = Map.of("email", person.email(), "password", Person.PASSWORD);
        BROKER.api().post("/api/v1/tokens", secret).expect(401);
        assertThat(BROKER.rows("SELECT 1 FROM letter WHERE recipient = ?", person.email()))
                .isEmpty();
        assertThat(BROKER.rows("SELECT 1 FROM invitation WHERE invited_by = ?", person.userId()))
                .isEmpty();
        assertThat(BROKER.rows("SELECT 1 FROM user_account WHERE id = ?", person.userId()))
                .isEmpty();
        assertThat(BROKER.rows(
                        "SELECT 1 FROM event WHERE actor_name = ? OR data::text LIKE ?",
                        "ENTERPRISE 6",
                        "%\"ENTERPRISE 6\"%"))
                .isEmpty();
    }

    @Test
    void theLastMemberOfAnOrganisationWithOpenBookingsIsKept() {
        TestLab lab = new TestLab(BROKER, 1);
        Person person = BROKER.person(Role.ENTERPRISE);
        BROKER.as(Role.ENTERPRISE)
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(lab.line(null))))
                .expect(201);
        assertThat(delete(person, Person.PASSWORD).expect(409).text("/type")).endsWith("last-member-open-bookings");
        Visitor browser = Visitor.signedIn(BROKER, person);
        assertThat(browser.get("/account/deletion").expect(200).body()).doesNotContain("name=\"password\"");
        Answer invited = as(person)
                .post("/api/v1/me/colleagues/invitations", Map.of("email", "heir@example.test"))
                .expect(201);
        String link = invited.text("/link");
        Map<String, String> taken =
                Map.of("secret", link.substring(link.lastIndexOf('/') + 1), "name", "接手人", "password", Person.PASSWORD);
        BROKER.api().post("/api/v1/invitations/acceptance", taken).expect(204);
        Visitor leaving = Visitor.signedIn(BROKER, person);
        assertThat(leaving.get("/account/deletion").expect(200).body()).contains("name=\"password\"");
        assertThat(leaving.post("/account/deletion", Map.of("password", "wrong-one"))
                        .status())
                .isEqualTo(422);
        leaving.post("/account/deletion", Map.of("password", Person.PASSWORD)).expect(303);
        leaving.get("/account").expect(303);
    }

    @Test
    void whoSignsInWithASecondFactorProvesItHereToo() {
        Person person = BROKER.person(Role.EXPERT, 2);
        BROKER.execute(
                "INSERT INTO second_factor VALUES (?, decode(repeat('00', 48), 'hex'), now(), now(), 0)",
                person.userId());
        assertThat(delete(person, Person.PASSWORD).expect(401).text("/type")).endsWith("second-factor-needed");
        assertThat(BROKER.rows("SELECT 1 FROM user_account WHERE id = ?", person.userId()))
                .hasSize(1);
    }
}
