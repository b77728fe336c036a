package org.qibroker.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

class SecurityIT {
    private static final String FACTOR = "/api/v1/me/second-factor";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static int people = 1;

    @AfterEach
    void backToNow() {
        BROKER.clock().reset();
    }

    private static Answer signIn(Person person, String code) {
        Map<String, String> body = new HashMap<>(Map.of("email", person.email(), "password", Person.PASSWORD));
        if (!code.isEmpty()) {
            body.put("code", code);
        }
        return BROKER.api().post("/api/v1/tokens", body);
    }

    private static String code(String secret) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(Base32.decode(secret), "HmacSHA1"),
                            BROKER.clock().instant());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static ApiClient as(Person person) {
        return BROKER.api().withToken(signIn(person, "").expect(200).text("/accessToken"));
    }

    private static Person somebody(Role role) {
        people++;
        return BROKER.person(role, people);
    }

    /** A person who signs in with a second factor, by its secret. */
    private record Enrolled(Person person, String secret, List<String> recovery) {
        static Enrolled of(Person person) {
            ApiClient client = as(person);
            String secret = client.post(FACTOR, "").expect(200).text("/secret");
            Answer confirmed = client.post(FACTOR + "/confirmation", Map.of("code", code(secret)))
                    .expect(200);
            BROKER.clock().advance(Duration.ofSeconds(30));
            return new Enrolled(person, secret, texts(confirmed));
        }

        private static List<String> texts(Answer confirmed) {
            List<String> codes = new ArrayList<>();
            confirmed.json().get("recoveryCodes").forEach(code -> codes.add(code.asText()));
            return codes;
        }
    }

    @Test
    void signingInAsksForTheCodeOnceItIsOn() {
        Enrolled enrolled = Enrolled.of(somebody(Role.ENTERPRISE));
        assertThat(signIn(enrolled.person(), "").expect(401).text("/type")).endsWith("second-factor-needed");
        assertThat(signIn(enrolled.person(), "000000").expect(401).text("/type"))
                .endsWith("second-factor-wrong");
        String code = code(enrolled.secret());
        signIn(enrolled.person(), code).expect(200);
        signIn(enrolled.person(), code).expect(401);
    }

    @Test
    void aRecoveryCodeSignsInOnce() {
        Enrolled enrolled = Enrolled.of(somebody(Role.ENTERPRISE));
        String recovery = enrolled.recovery().get(3).toLowerCase(Locale.ROOT);
        assertThat(enrolled.recovery()).hasSize(10).doesNotHaveDuplicates();
        Answer in = signIn(enrolled.person(), recovery).expect(200);
        signIn(enrolled.person(), recovery).expect(401);
        assertThat(BROKER.api()
                        .withToken(in.text("/accessToken"))
                        .get(FACTOR)
                        .expect(200)
                        .text("/recoveryCodes"))
                .isEqualTo("9");
    }

    @Test
    void wrongCodesAreTakenOnlySoOften() {
        Enrolled enrolled = Enrolled.of(somebody(Role.ENTERPRISE));
        for (int i = 0; i < 10; i++) {
            signIn(enrolled.person(), "00000" + i);
        }
        assertThat(signIn(enrolled.person(), code(enrolled.secret()))
                        .expect(429)
                        .header("Retry-After"))
                .isNotBlank();
    }

    @Test
    void theSecretIsNotReadableInTheDatabaseAndCountsOnlyOnceConfirmed() {
        Person person = somebody(Role.PROVIDER);
        ApiClient client = as(person);
        String secret = client.post(FACTOR, "").expect(200).text("/secret");
        signIn(person, "").expect(200);
        client.post(FACTOR + "/confirmation", Map.of("code", "000000")).expect(401);
        client.post(FACTOR + "/confirmation", Map.of("code", code(secret))).expect(200);
        client.post(FACTOR, "").expect(409);
        client.post(FACTOR + "/confirmation", Map.of("code", code(secret))).expect(409);
        assertThat(BROKER.rows("SELECT 1 FROM second_factor WHERE position(? IN sealed) > 0", Base32.decode(secret)))
                .isEmpty();
        BROKER.clock().advance(Duration.ofSeconds(30));
        client.post(FACTOR + "/removal", Map.of("code", code(secret))).expect(204);
        signIn(person, "").expect(200);
    }

    @Test
    void aBrowserAsksForTheCodeInASecondStep() {
        Enrolled enrolled = Enrolled.of(somebody(Role.ENTERPRISE));
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/sign-in").expect(200);
        Answer next = visitor.post(
                        "/sign-in",
                        Map.of(
                                "email",
                                enrolled.person().email(),
                                "password",
                                Person.PASSWORD,
                                "back",
                                "/demands?state=DRAFT"))
                .expect(303);
        visitor.get("/account").expect(303);
        visitor.get(next.header("Location")).expect(200);
        assertThat(visitor.post("/sign-in/code", Map.of("code", "000000", "back", "/demands"))
                        .expect(422)
                        .body())
                .contains("验证码不正确");
        Answer in = visitor.post(
                        "/sign-in/code", Map.of("code", code(enrolled.secret()), "back", "/demands?state=DRAFT"))
                .expect(303);
        assertThat(in.header("Location")).isEqualTo("/demands?state=DRAFT");
        visitor.get("/account").expect(200);
    }

    @Test
    void theSecondStepEndsAfterFiveTriesAndFiveMinutes() {
        Enrolled enrolled = Enrolled.of(somebody(Role.ENTERPRISE));
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/sign-in").expect(200);
        visitor.post("/sign-in", Map.of("email", enrolled.person().email(), "password", Person.PASSWORD));
        visitor.get("/sign-in/code").expect(200);
        for (int i = 0; i < 5; i++) {
            visitor.post("/sign-in/code", Map.of("code", "00000" + i)).expect(422);
        }
        assertThat(visitor.post("/sign-in/code", Map.of("code", code(enrolled.secret())))
                        .expect(303)
                        .header("Location"))
                .isEqualTo("/sign-in");
        visitor.post("/sign-in", Map.of("email", enrolled.person().email(), "password", Person.PASSWORD));
        BROKER.clock().advance(Duration.ofMinutes(6));
        visitor.post("/sign-in/code", Map.of("code", code(enrolled.secret()))).expect(303);
        visitor.get("/account").expect(303);
    }

    @Test
    void thePageSetsItUp() {
        Visitor visitor = Visitor.signedIn(BROKER, somebody(Role.ENTERPRISE));
        String page = visitor.post("/account/security/second-factor", Map.of())
                .expect(200)
                .body();
        Matcher secret =
                Pattern.compile("name=\"secret\" value=\"([A-Z2-7]+)\"").matcher(page);
        assertThat(secret.find()).isTrue();
        Map<String, String> wrong = Map.of("code", "000000", "secret", secret.group(1), "uri", "otpauth://totp/x");
        assertThat(visitor.post("/account/security/second-factor/confirmation", wrong)
                        .expect(422)
                        .body())
                .contains(secret.group(1));
        Map<String, String> right = Map.of("code", code(secret.group(1)));
        assertThat(visitor.post("/account/security/second-factor/confirmation", right)
                        .expect(200)
                        .body())
                .containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(visitor.get("/account/security").expect(200).body()).contains("已启用");
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() {
        Person person = somebody(Role.ENTERPRISE);
        Visitor browser = Visitor.signedIn(BROKER, person);
        Answer program = signIn(person, "").expect(200);
        ApiClient client = BROKER.api().withToken(program.text("/accessToken"));
        Answer sessions = client.get("/api/v1/me/sessions").expect(200);
        Set<String> kinds = Set.copyOf(sessions.json().get("items").findValuesAsText("kind"));
        assertThat(kinds).containsExactlyInAnyOrder("BROWSER", "APPLICATION");
        sessions.json().get("items").forEach(session -> client.delete(
                        "/api/v1/me/sessions/" + session.get("id").asText())
                .expect(204));
        browser.get("/account").expect(303);
        BROKER.api()
                .post("/api/v1/tokens/refresh", Map.of("refreshToken", program.text("/refreshToken")))
                .expect(401);
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        Visitor browser = Visitor.signedIn(BROKER, somebody(Role.ENTERPRISE));
        Person other = somebody(Role.ENTERPRISE);
        BROKER.rows("SELECT id FROM web_session")
                .forEach(row ->
                        as(other).delete("/api/v1/me/sessions/" + row.get("id")).expect(404));
        browser.get("/account").expect(200);
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        Person person = somebody(Role.ENTERPRISE);
        Visitor here = Visitor.signedIn(BROKER, person);
        Visitor there = Visitor.signedIn(BROKER, person);
        here.get("/account/security").expect(200);
        here.post("/account/security/sessions/others/end", Map.of()).expect(303);
        there.get("/account").expect(303);
        here.get("/account").expect(200);
    }
}
