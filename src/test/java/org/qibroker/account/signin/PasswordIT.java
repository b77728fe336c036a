package org.qibroker.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Mailbox;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

class PasswordIT {
    private static final Mailbox MAILS = new Mailbox();
    private static final Pattern LINK = Pattern.compile("/password/([\\w-]{43})");

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker(MAILS.settings());

    private static int people = 10;

    @AfterAll
    static void end() {
        MAILS.stop();
    }

    @AfterEach
    void backToNow() {
        BROKER.clock().reset();
    }

    private static Person somebody() {
        people++;
        return BROKER.person(Role.ENTERPRISE, people);
    }

    private static Answer signIn(Person person, String password) {
        return BROKER.api().post("/api/v1/tokens", Map.of("email", person.email(), "password", password));
    }

    private static Answer ask(String email) {
        return BROKER.api().post("/api/v1/password-resets", Map.of("email", email));
    }

    private static Answer set(String secret, String password) {
        return BROKER.api().post("/api/v1/password-resets/completion", Map.of("secret", secret, "password", password));
    }

    private static String secret(Person person) {
        Waiting.until(() -> !mail(person).isEmpty());
        Matcher link = LINK.matcher(mail(person));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String mail(Person person) {
        return MAILS.to(person.email(), "[QI Broker] 设置新密码").stream()
                .map(mail -> String.join("\n", mail.parts().values()))
                .reduce("", (before, last) -> last);
    }

    @Test
    void whoHasForgottenThePasswordSetsAnotherByTheLinkOfAMail() {
        Person person = somebody();
        Visitor browser = Visitor.signedIn(BROKER, person);
        ask(person.email()).expect(204);
        String secret = secret(person);

        set(secret, "short").expect(400);
        set(secret, "another-password").expect(204);
        set(secret, "third-password").expect(404);
        signIn(person, "another-password").expect(200);
        signIn(person, Person.PASSWORD).expect(401);
        browser.get("/account").expect(303);
    }

    @Test
    void theLinkIsGoodForAnHour() {
        Person person = somebody();
        ask(person.email()).expect(204);
        String secret = secret(person);
        BROKER.clock().advance(Duration.ofMinutes(61));
        set(secret, "another-password").expect(404);
        signIn(person, Person.PASSWORD).expect(200);
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAndNobodyAsksTooOften() {
        for (int i = 0; i < 5; i++) {
            ask("nobody@example.test").expect(204);
        }
        ask("nobody@example.test").expect(429);
        assertThat(MAILS.to("nobody@example.test", "[QI Broker] 设置新密码")).isEmpty();
    }

    @Test
    void whoIsSignedInChangesThePasswordByTheOldOne() {
        Person person = somebody();
        Visitor here = Visitor.signedIn(BROKER, person);
        Visitor there = Visitor.signedIn(BROKER, person);
        here.get("/account/password").expect(200);
        assertThat(here.post("/account/password", Map.of("current", "wrong", "password", "another-password"))
                        .expect(422)
                        .body())
                .contains("密码不正确");
        here.post("/account/password", Map.of("current", Person.PASSWORD, "password", "another-password"))
                .expect(303);
        here.get("/account").expect(200);
        there.get("/account").expect(303);
        Answer in = signIn(person, "another-password").expect(200);
        BROKER.api()
                .withToken(in.text("/accessToken"))
                .put("/api/v1/me/password", Map.of("current", "another-password", "password", "third-password"))
                .expect(204);
        BROKER.api()
                .post("/api/v1/tokens/refresh", Map.of("refreshToken", in.text("/refreshToken")))
                .expect(401);
    }

    @Test
    void pagesSetANewPassword() {
        Person person = somebody();
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/password").expect(200);
        visitor.post("/password", Map.of("email", person.email())).expect(303);
        String path = "/password/" + secret(person);
        visitor.get(path).expect(200);
        visitor.post(path, Map.of("password", "short")).expect(422);
        visitor.post(path, Map.of("password", "another-password")).expect(303);
        signIn(person, "another-password").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password_reset_secret_length", "password_reset_user_known"})
    void theTableRefusesWhatMakesNoSense(String constraint) {
        somebody();
        String values = constraint.equals("password_reset_user_known")
                ? "VALUES (gen_random_uuid(), sha256('x'), now())"
                : "SELECT id, 'x', now() FROM user_account LIMIT 1";
        assertThatThrownBy(() -> BROKER.execute("INSERT INTO password_reset " + values))
                .hasStackTraceContaining(constraint);
    }
}
