package org.qibroker.account.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** The operator manages accounts; each step is in the log, and nobody takes the last operator's right away. */
class ManagedUsersIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static int people;

    private static Person somebody(Role role) {
        people++;
        return BROKER.person(role, people + 10);
    }

    private static ApiClient operator() {
        return BROKER.as(Role.ADMIN);
    }

    private static Answer act(Person person, String action) {
        return operator()
                .post("/api/v1/users/" + person.userId() + "/transitions", Map.of("action", action, "reason", "离职"));
    }

    private static Answer signIn(Person person) {
        return BROKER.api().post("/api/v1/tokens", Map.of("email", person.email(), "password", Person.PASSWORD));
    }

    private static int me(String token) {
        return BROKER.api().withToken(token).get("/api/v1/me").status();
    }

    private static List<Map<String, Object>> told(UUID user) {
        return BROKER.rows("SELECT type FROM event WHERE kind = 'user' AND stream = ? ORDER BY sequence", user);
    }

    @Test
    void whoIsLockedIsOutAtOnceAndCannotComeBackUntilUnlocked() {
        Person person = somebody(Role.ENTERPRISE);
        Visitor browser = Visitor.signedIn(BROKER, person);
        String refresh = signIn(person).expect(200).text("/refreshToken");

        Answer locked = act(person, "LOCK").expect(200);

        assertThat(locked.text("/lockedReason")).isEqualTo("离职");
        assertThat(browser.get("/account").status()).isEqualTo(303);
        Waiting.until(() -> me(person.token()) == 401);
        BROKER.api()
                .post("/api/v1/tokens/refresh", Map.of("refreshToken", refresh))
                .expect(401);
        assertThat(signIn(person).expect(401).text("/type")).endsWith("account-locked");
        Map<String, String> wrong = Map.of("email", person.email(), "password", "something-else");
        assertThat(BROKER.api().post("/api/v1/tokens", wrong).expect(401).text("/type"))
                .endsWith("wrong-credentials");
        assertThat(act(person, "LOCK").expect(409).text("/type")).endsWith("user-locked-already");

        act(person, "UNLOCK").expect(200);
        assertThat(me(signIn(person).expect(200).text("/accessToken"))).isEqualTo(200);
        assertThat(act(person, "UNLOCK").expect(409).text("/type")).endsWith("user-not-locked");
        assertThat(told(person.userId())).extracting(row -> row.get("type")).contains("user-locked", "user-unlocked");
    }

    @Test
    void sessionsEndAndALostSecondFactorIsTakenAway() {
        Person person = somebody(Role.PROVIDER);
        Visitor browser = Visitor.signedIn(BROKER, person);
        assertThat(act(person, "RESET_SECOND_FACTOR").expect(409).text("/type")).endsWith("second-factor-none");
        BROKER.execute(
                "INSERT INTO second_factor VALUES (?, decode(repeat('00', 48), 'hex'), now(), now(), 0)",
                person.userId());
        assertThat(operator()
                        .get("/api/v1/users/" + person.userId())
                        .expect(200)
                        .text("/secondFactor"))
                .isEqualTo("true");
        act(person, "RESET_SECOND_FACTOR").expect(200);
        act(person, "END_SESSIONS").expect(200);
        assertThat(browser.get("/account").status()).isEqualTo(303);
        Waiting.until(() -> me(person.token()) == 401);
        assertThat(me(signIn(person).expect(200).text("/accessToken"))).isEqualTo(200);
        assertThat(told(person.userId()))
                .extracting(row -> row.get("type"))
                .contains("second-factor-removed", "user-sessions-ended");
    }

    @Test
    void rolesAreGivenAndTakenAtTheVersionSeen() {
        Person person = somebody(Role.ENTERPRISE);
        String roles = "/api/v1/users/" + person.userId() + "/roles";
        operator().put(roles, Map.of("roles", List.of("EXPERT"))).expect(428);
        long version =
                operator().get("/api/v1/users/" + person.userId()).expect(200).version();
        operator()
                .ifMatch(version)
                .put(roles, Map.of("roles", List.of("EXPERT")))
                .expect(200);
        operator().ifMatch(version).put(roles, Map.of("roles", List.of())).expect(412);
        operator()
                .ifMatch(version + 1)
                .put(roles, Map.of("roles", List.of("COORDINATOR")))
                .expect(400);
        assertThat(signIn(person).expect(200).text("/accessToken")).satisfies(token -> assertThat(
                        BROKER.api().withToken(token).get("/api/v1/me").body())
                .contains("EXPERT"));
        Person expert = somebody(Role.EXPERT);
        long seen =
                operator().get("/api/v1/users/" + expert.userId()).expect(200).version();
        Answer nothing =
                operator().ifMatch(seen).put("/api/v1/users/" + expert.userId() + "/roles", Map.of("roles", List.of()));
        assertThat(nothing.expect(409).text("/type")).endsWith("user-account-stands-for-something");
    }

    @Test
    void nobodyManagesTheirOwnAccountAndTheLastOperatorStays() {
        Person one = BROKER.person(Role.ADMIN);
        assertThat(act(one, "LOCK").expect(409).text("/type")).endsWith("own-account");
        assertThat(operator()
                        .ifMatch(1)
                        .put("/api/v1/users/" + one.userId() + "/roles", Map.of("roles", List.of("EXPERT")))
                        .expect(409)
                        .text("/type"))
                .endsWith("own-account");
        assertThatThrownBy(
                        () -> BROKER.execute("UPDATE user_account SET roles = '{EXPERT}' WHERE id = ?", one.userId()))
                .hasStackTraceContaining("the last operator stays");
        assertThatThrownBy(() -> BROKER.execute("DELETE FROM user_account WHERE id = ?", one.userId()))
                .hasStackTraceContaining("the last operator stays");
        Answer deletion = operator().post("/api/v1/me/deletion", Map.of("password", Person.PASSWORD));
        assertThat(deletion.expect(409).text("/type")).endsWith("user-account-operator-stays");
        assertThat(me(one.token())).isEqualTo(200);
    }

    @Test
    void twoLastOperatorsWhoTakeEachOthersRightsLeaveOne() throws Exception {
        Person usual = BROKER.person(Role.ADMIN);
        for (int round = 0; round < 5; round++) {
            Person one = somebody(Role.ADMIN);
            Person other = somebody(Role.ADMIN);
            long first =
                    operator().get("/api/v1/users/" + one.userId()).expect(200).version();
            long second = operator()
                    .get("/api/v1/users/" + other.userId())
                    .expect(200)
                    .version();
            BROKER.execute("UPDATE user_account SET roles = '{EXPERT}' WHERE id = ?", usual.userId());
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Integer> byOne = demoted(one, other, second, together);
            CompletableFuture<Integer> byOther = demoted(other, one, first, together);
            List<Integer> answers = List.of(byOne.get(30, TimeUnit.SECONDS), byOther.get(30, TimeUnit.SECONDS));

            assertThat(BROKER.rows("SELECT 1 FROM user_account WHERE 'ADMIN' = ANY (roles) AND locked_at IS NULL"))
                    .as("operators left after %s", answers)
                    .hasSize(1);
            assertThat(answers).contains(200).doesNotContain(500);
            BROKER.execute("UPDATE user_account SET roles = '{ADMIN}' WHERE id = ?", usual.userId());
            BROKER.execute(
                    "UPDATE user_account SET roles = '{EXPERT}' WHERE id IN (?, ?)", one.userId(), other.userId());
        }
    }

    private static CompletableFuture<Integer> demoted(Person by, Person whom, long version, CyclicBarrier together) {
        return CompletableFuture.supplyAsync(() -> {
            await(together);
            return BROKER.api()
                    .withToken(by.token())
                    .ifMatch(version)
                    .put("/api/v1/users/" + whom.userId() + "/roles", Map.of("roles", List.of("EXPERT")))
                    .status();
        });
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theListFindsByNameAddressAndOrganisationAndTheLogTellsWhoLooked() {
        Person person = somebody(Role.PROVIDER);
        for (String text : List.of(
                person.email(),
                "PROVIDER%20" + (people + 10),
                "%E6%B5%8B%E8%AF%95%E6%9C%BA%E6%9E%84%20PROVIDER%20" + (people + 10))) {
            assertThat(operator()
                            .get("/api/v1/users?q=" + text)
                            .expect(200)
                            .json()
                            .at("/items"))
                    .as(text)
                    .hasSize(1);
        }
        String next = operator().get("/api/v1/users?limit=1").expect(200).text("/nextCursor");
        operator().get("/api/v1/users?limit=1&cursor=" + next).expect(200);
        Waiting.until(() -> !BROKER.rows(
                        "SELECT 1 FROM event WHERE type = 'record-seen' AND data ->> 'what' = 'listUsers' AND actor = ?",
                        BROKER.person(Role.ADMIN).userId())
                .isEmpty());
        Visitor pages = Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN));
        assertThat(pages.get("/operator/users").expect(200).body()).contains(person.email());
        String home = "/operator/users/" + person.userId();
        pages.get(home).expect(200);
        assertThat(pages.post(home + "/transitions", Map.of("action", "LOCK")).status())
                .isEqualTo(422);
        pages.post(home + "/transitions", Map.of("action", "LOCK", "reason", "试用结束"))
                .expect(303);
        assertThat(pages.get(home).expect(200).body()).contains("试用结束");
    }

    @Test
    void anExpertIsAddedAndSetsAPasswordByTheLink() {
        Map<String, Object> wish =
                Map.of("email", "New.Expert@example.test", "name", "新专家", "roles", List.of("EXPERT"));
        Answer added = operator().post("/api/v1/users", wish).expect(201);
        assertThat(added.text("/user/email")).isEqualTo("new.expert@example.test");
        assertThat(operator().post("/api/v1/users", wish).expect(409).text("/type"))
                .endsWith("user-account-email-unique");
        operator()
                .post("/api/v1/users", Map.of("email", "x@example.test", "name", "x", "roles", List.of()))
                .expect(400);
        String link = added.text("/link");
        String secret = link.substring(link.lastIndexOf('/') + 1);
        BROKER.api()
                .post("/api/v1/password-resets/completion", Map.of("secret", secret, "password", Person.PASSWORD))
                .expect(204);
        Map<String, String> proof = Map.of("email", "new.expert@example.test", "password", Person.PASSWORD);
        BROKER.api().post("/api/v1/tokens", proof).expect(200);
        Visitor pages = Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN));
        Map<String, String> form = Map.of("email", "page@example.test", "name", "页面专家", "role", "EXPERT");
        assertThat(pages.post("/operator/users", form).expect(200).body()).contains("/password/");
        assertThat(pages.post("/operator/users", form).status()).isEqualTo(422);
    }

    @Test
    void aCoordinatorGetsADistrictOrTheWholeRegion() {
        Person coordinator = somebody(Role.COORDINATOR);
        String district = "/api/v1/organisations/" + coordinator.organisation() + "/district";
        operator().ifMatch(1).put(district, Map.of("district", "310115")).expect(200);
        Answer whole = operator().ifMatch(2).put(district, Map.of()).expect(200);
        assertThat(whole.json().has("district")).isFalse();
        operator().ifMatch(2).put(district, Map.of()).expect(412);
        operator().ifMatch(3).put(district, Map.of("district", "999999")).expect(400);
        Person enterprise = somebody(Role.ENTERPRISE);
        assertThat(operator()
                        .ifMatch(1)
                        .put("/api/v1/organisations/" + enterprise.organisation() + "/district", Map.of())
                        .expect(409)
                        .text("/type"))
                .endsWith("not-a-coordinator");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user_account_locked_with_reason | UPDATE user_account SET locked_at = now() WHERE roles = '{}'",
                "user_account_locked_reason_said | UPDATE user_account SET locked_at = now(), locked_reason = ' ' WHERE roles = '{}'",
                "organisation_verification_state_known | INSERT INTO organisation_verification SELECT id, 'MAYBE', NULL, now() FROM organisation",
                "organisation_verification_refused_with_reason | INSERT INTO organisation_verification SELECT id, 'REFUSED', NULL, now() FROM organisation",
                "organisation_verification_reason_said | INSERT INTO organisation_verification SELECT id, 'REFUSED', ' ', now() FROM organisation",
                "organisation_verification_organisation_known | INSERT INTO organisation_verification VALUES (gen_random_uuid(), 'VERIFIED', NULL, now())"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String sql) {
        BROKER.person(Role.ENTERPRISE);
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
