package org.qibroker.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;

class AccountIT {
    private static final String USCC = "91350100M000100Y43";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @AfterEach
    void backToNow() {
        BROKER.clock().reset();
    }

    private static Answer signIn(String email, String password) {
        return BROKER.api().post("/api/v1/tokens", Map.of("email", email, "password", password));
    }

    private static Answer refresh(String token) {
        return BROKER.api().post("/api/v1/tokens/refresh", Map.of("refreshToken", token));
    }

    private static Map<String, Object> registration(String uscc, String email, List<String> roles) {
        return Map.of(
                "uscc",
                uscc,
                "nameZh",
                "示例机械有限公司",
                "roles",
                roles,
                "district",
                "310117",
                "invoice",
                Map.of("title", "示例机械有限公司", "taxNumber", "91350100M000100Y43", "bank", "示例银行"),
                "user",
                Map.of("email", email, "name", "张三", "password", Person.PASSWORD));
    }

    @ParameterizedTest
    @EnumSource(names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
    void everybodyLearnsWhoTheyAre(Role role) {
        Person person = BROKER.person(role);
        JsonNode me = BROKER.as(role).get("/api/v1/me").expect(200).json();
        assertThat(me.get("userId").asText()).isEqualTo(person.userId().toString());
        assertThat(me.get("roles")).map(JsonNode::asText).containsExactly(role.name());
    }

    @Test
    void nobodyIsNobody() {
        BROKER.api().get("/api/v1/me").expect(401);
        BROKER.api().withToken("x.y.z").get("/api/v1/me").expect(401);
        BROKER.api().delete("/api/v1/tokens").expect(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressLookAlike() {
        Person known = BROKER.person(Role.ENTERPRISE);
        Answer wrong = signIn(known.email(), "not the password").expect(401);
        Answer unknown = signIn("nobody@example.test", "not the password").expect(401);
        assertThat(wrong.text("/title")).isEqualTo(unknown.text("/title"));
        assertThat(wrong.text("/type")).isEqualTo(unknown.text("/type"));
    }

    @Test
    void theAddressMayBeWrittenInCapitals() {
        signIn(BROKER.person(Role.ENTERPRISE).email().toUpperCase(Locale.ROOT), Person.PASSWORD)
                .expect(200);
    }

    @Test
    void anAccessTokenEndsAfterAQuarterOfAnHour() {
        Person person = BROKER.person(Role.ENTERPRISE);
        String token = signIn(person.email(), Person.PASSWORD).expect(200).text("/accessToken");
        BROKER.clock().advance(Duration.ofMinutes(14));
        BROKER.api().withToken(token).get("/api/v1/me").expect(200);
        BROKER.clock().advance(Duration.ofMinutes(2));
        BROKER.api().withToken(token).get("/api/v1/me").expect(401);
    }

    @Test
    void refreshTokensRotateAndAnOldOneRevokesItsFamily() {
        Person person = BROKER.person(Role.ENTERPRISE);
        String first = signIn(person.email(), Person.PASSWORD).expect(200).text("/refreshToken");
        String other = signIn(person.email(), Person.PASSWORD).expect(200).text("/refreshToken");
        String second = refresh(first).expect(200).text("/refreshToken");
        assertThat(second).isNotEqualTo(first);
        String third = refresh(second).expect(200).text("/refreshToken");
        refresh(first).expect(401);
        refresh(third).expect(401);
        refresh(other).expect(200);
    }

    @Test
    void refreshTokensEnd() {
        Person person = BROKER.person(Role.ENTERPRISE);
        String token = signIn(person.email(), Person.PASSWORD).expect(200).text("/refreshToken");
        BROKER.clock().advance(BROKER.settings().security().refreshToken().plusSeconds(1));
        refresh(token).expect(401);
        refresh("never-given").expect(401);
    }

    @Test
    void signingOutRevokesAllRefreshTokens() {
        Person person = BROKER.person(Role.PROVIDER);
        Answer tokens = signIn(person.email(), Person.PASSWORD).expect(200);
        BROKER.api()
                .withToken(tokens.text("/accessToken"))
                .delete("/api/v1/tokens")
                .expect(204);
        refresh(tokens.text("/refreshToken")).expect(401);
    }

    @Test
    void secretsAreKeptAsHashesOnly() {
        String refresh =
                signIn(BROKER.person(Role.ENTERPRISE).email(), Person.PASSWORD).text("/refreshToken");
        assertThat(BROKER.rows("SELECT * FROM refresh_token WHERE encode(token_hash, 'base64') LIKE ?", refresh + "%"))
                .isEmpty();
        assertThat(BROKER.rows("SELECT password_hash FROM user_account"))
                .allSatisfy(row -> assertThat((String) row.get("password_hash")).startsWith("$argon2id$"));
    }

    @Test
    void theKeySetHoldsThePublicKeyOnly() {
        JsonNode key =
                BROKER.api().get("/.well-known/jwks.json").expect(200).json().at("/keys/0");
        assertThat(key.fieldNames()).toIterable().containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
    }

    @Test
    void anOrganisationRegistersItselfWithItsFirstUser() {
        Answer made = BROKER.api()
                .post(
                        "/api/v1/organisations",
                        registration("91350100m000100y43", "first@example.test", List.of("ENTERPRISE", "PROVIDER")))
                .expect(201);
        assertThat(made.text("/uscc")).isEqualTo(USCC);
        assertThat(made.text("/invoice/title")).isEqualTo("示例机械有限公司");
        String token = signIn("first@example.test", Person.PASSWORD).expect(200).text("/accessToken");
        JsonNode me =
                BROKER.api().withToken(token).get("/api/v1/me").expect(200).json();
        assertThat(me.at("/organisation/id").asText()).isEqualTo(made.text("/id"));
        assertThat(me.get("roles")).map(JsonNode::asText).containsExactlyInAnyOrder("ENTERPRISE", "PROVIDER");
        assertThat(BROKER.rows("SELECT type FROM event WHERE kind = 'organisation' AND stream = ?", made.id()))
                .extracting(row -> row.get("type"))
                .containsExactly("organisation-registered");
        assertThat(BROKER.api()
                        .post("/api/v1/organisations", registration(USCC, "second@example.test", List.of("PROVIDER")))
                        .expect(409)
                        .text("/type"))
                .contains("organisation-uscc-unique");
        assertThat(BROKER.api()
                        .post(
                                "/api/v1/organisations",
                                registration("914403001922038216", "FIRST@example.test", List.of("PROVIDER")))
                        .expect(409)
                        .text("/type"))
                .contains("user-account-email-unique");
    }

    @Test
    void aWrongCodeIsNamedAtItsField() {
        Answer refused = BROKER.api()
                .post(
                        "/api/v1/organisations",
                        registration("91350100M000100Y44", "x@example.test", List.of("ENTERPRISE")))
                .expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/uscc");
        assertThat(refused.text("/errors/0/code")).isEqualTo("uscc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COORDINATOR", "EXPERT", "ADMIN"})
    void nobodyMakesThemselvesMoreThanAnEnterpriseOrProvider(String role) {
        Answer refused = BROKER.api()
                .post("/api/v1/organisations", registration("914403001922038216", "y@example.test", List.of(role)))
                .expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/roles");
    }
}
