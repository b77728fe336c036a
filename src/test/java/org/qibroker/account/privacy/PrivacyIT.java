package org.qibroker.account.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void noColumnOfTheDatabaseKnowsWhoIsDeleted() {
        TestLab lab = new TestLab(BROKER, 2);
        Person person = BROKER.person(Role.ENTERPRISE, 7);
        BROKER.execute("UPDATE user_account SET name = '诸葛示例' WHERE id = ?", person.userId());
        BROKER.execute("UPDATE actor SET name = '诸葛示例' WHERE id = ?", person.userId());
        ApiClient known = BROKER.api().withToken(signedInAnew(person));
        Map<String, Object> contact = Map.of("name", "诸葛示例", "email", person.email());
        Map<String, Object> item = Map.of("family", "METROLOGY", "subject", "卡尺");
        String demand = "/api/v1/demands/"
                + known.withKey()
                        .post("/api/v1/demands", Map.of("contact", contact, "items", List.of(item)))
                        .expect(201)
                        .id();
        known.ifMatch(1).post(demand + "/submission", "").expect(200);
        String booking = "/api/v1/bookings/"
                + known.withKey()
                        .post("/api/v1/bookings", Map.of("capabilityIds", List.of(lab.line(null))))
                        .expect(201)
                        .id();
        known.withKey().post(booking + "/messages", Map.of("text", "请尽快")).expect(201);
        step(booking, lab.api(), "accept");
        step(booking, lab.api(), "receive");
        step(booking, lab.api(), "issue");
        step(booking, known, "acceptReport");
        known.withKey()
                .post(booking + "/rating", Map.of("service", 5, "punctuality", 4, "clarity", 3))
                .expect(201);
        assertThat(known.get(booking + "/messages").expect(200).text("/items/0/author"))
                .isEqualTo("诸葛示例");
        assertThat(columnsThatSay("诸葛示例")).isNotEmpty();

        known.post("/api/v1/me/deletion", Map.of("password", Person.PASSWORD)).expect(204);

        assertThat(columnsThatSay("诸葛示例")).isEmpty();
        assertThat(columnsThatSay(person.email())).isEmpty();
        assertThat(lab.api().get(booking + "/messages").expect(200).text("/items/0/author"))
                .isEqualTo(Pseudonym.of(person.userId()));
    }

    private static String signedInAnew(Person person) {
        return BROKER.api()
                .post("/api/v1/tokens", Map.of("email", person.email(), "password", Person.PASSWORD))
                .expect(200)
                .text("/accessToken");
    }

    private static void step(String booking, ApiClient who, String action) {
        long version = who.get(booking).expect(200).version();
        who.ifMatch(version)
                .post(booking + "/transitions", Map.of("action", action))
                .expect(200);
    }

    private static List<String> columnsThatSay(String text) {
        return BROKER
                .rows(
                        """
                        SELECT table_name, column_name FROM information_schema.columns c
                            JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'
                          AND (data_type IN ('text', 'jsonb', 'ARRAY', 'character varying', 'bytea'))""")
                .stream()
                .filter(column -> says(column, text))
                .map(column -> column.get("table_name") + "." + column.get("column_name"))
                .toList();
    }

    private static boolean says(Map<String, Object> column, String text) {
        String sql = "SELECT 1 FROM %s WHERE position(? IN \"%s\"::text) > 0 LIMIT 1"
                .formatted(column.get("table_name"), column.get("column_name"));
        return !BROKER.rows(sql, text).isEmpty();
    }

    @Test
    void whoWroteSomethingIsKeptByPseudonymInEveryTable() {
        List<Map<String, Object>> columns = BROKER.rows(
                """
                SELECT c.table_name || '.' || c.column_name AS name, string_agg(k.check_clause, ' ') AS checks
                FROM information_schema.columns c
                    LEFT JOIN information_schema.constraint_column_usage u USING (table_schema, table_name, column_name)
                    LEFT JOIN information_schema.check_constraints k
                        ON k.constraint_schema = u.constraint_schema AND k.constraint_name = u.constraint_name
                WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name NOT LIKE 'insight%'
                  AND (c.column_name IN ('author', 'by') OR c.column_name LIKE '%\\_by')
                GROUP BY 1""");
        assertThat(columns).hasSizeGreaterThan(9);
        assertThat(columns).allSatisfy(column -> assertThat(String.valueOf(column.get("checks")))
                .as((String) column.get("name"))
                .containsAnyOf("P-[0-9A-F]{8}", "COORDINATOR"));
        for (Map<String, Object> column : columns) {
            String[] name = ((String) column.get("name")).split("\\.");
            if (!name[1].equals("suspended_by")) {
                assertRefusesNames(name[0], name[1]);
            }
        }
    }

    /** The constraint itself is tried on a copy of the table, which has nothing else in it. */
    private static void assertRefusesNames(String table, String column) {
        BROKER.execute("CREATE TABLE copied (LIKE %s INCLUDING CONSTRAINTS)".formatted(table));
        try {
            BROKER.execute(
                    """
                    DO $$ DECLARE c text; BEGIN
                        FOR c IN SELECT column_name FROM information_schema.columns WHERE table_name = 'copied' LOOP
                            EXECUTE format('ALTER TABLE copied ALTER COLUMN %I DROP NOT NULL', c);
                        END LOOP;
                        FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'copied'::regclass AND contype = 'c'
                                AND conname NOT LIKE '%by_pseudonym' LOOP
                            EXECUTE format('ALTER TABLE copied DROP CONSTRAINT %I', c);
                        END LOOP;
                    END $$""");
            assertThatThrownBy(() -> BROKER.execute("INSERT INTO copied (%s) VALUES ('王示例')".formatted(column)))
                    .hasStackTraceContaining(table + "_by_pseudonym");
        } finally {
            BROKER.execute("DROP TABLE copied");
        }
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
