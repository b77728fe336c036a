package org.qibroker.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

class AccountPagesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static Map<String, String> registration(String uscc, String email) {
        return Map.of(
                "role", "ENTERPRISE",
                "uscc", uscc,
                "nameZh", "示例机械有限公司",
                "name", "张三",
                "email", email,
                "password", Person.PASSWORD,
                "invoice.bank", "示例银行");
    }

    @Test
    void anAccountSpeaksTheLanguageOfTheFirstPageAndThenWhatIsChosenOnAny() {
        Visitor page = new Visitor(BROKER);
        page.get("/sign-in").expect(200);
        page.post("/preferences", Map.of("lang", "en", "back", "/sign-in")).expect(303);
        Person person = BROKER.person(Role.ENTERPRISE, 7);
        page.get("/sign-in").expect(200);
        page.post("/sign-in", Map.of("email", person.email(), "password", Person.PASSWORD))
                .expect(303);
        assertThat(language(person)).isEqualTo("EN");
        page.get("/account").expect(200);
        page.post("/preferences", Map.of("lang", "zh", "back", "/account")).expect(303);
        assertThat(language(person)).isEqualTo("ZH");
        page.post("/preferences", Map.of("theme", "dark", "back", "/account")).expect(303);
        Visitor.signedIn(BROKER, person);
        assertThat(language(person)).isEqualTo("ZH");
    }

    private static String language(Person person) {
        return BROKER.api()
                .withToken(person.token())
                .get("/api/v1/me/notifications")
                .expect(200)
                .text("/language");
    }

    @Test
    void signsInWithACookieThatScriptsAndOtherSitesCannotUse() {
        Person person = BROKER.person(Role.ENTERPRISE);
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/sign-in").expect(200);
        Answer in = visitor.post(
                        "/sign-in", Map.of("email", person.email(), "password", Person.PASSWORD, "back", "/demands"))
                .expect(303);
        assertThat(in.header("Location")).isEqualTo("/demands");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("qi_session=").contains("HTTPOnly", "SameSite=Lax", "Path=/"));
        visitor.get("/account").expect(200);
    }

    @Test
    void goesBackOnlyToItself() {
        Person person = BROKER.person(Role.ENTERPRISE);
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/sign-in").expect(200);
        Map<String, String> away =
                Map.of("email", person.email(), "password", Person.PASSWORD, "back", "//elsewhere.test/");
        assertThat(visitor.post("/sign-in", away).expect(303).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void aWrongPasswordIsSaidAtTheField() {
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/sign-in").expect(200);
        Answer refused = visitor.post("/sign-in", Map.of("email", "nobody@example.test", "password", "wrong"))
                .expect(422);
        assertThat(refused.body()).contains("邮箱或密码不正确", "nobody@example.test").doesNotContain("value=\"wrong\"");
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("qi_session"));
    }

    @Test
    void theSessionEndsBySigningOutAndByTime() {
        Person person = BROKER.person(Role.ENTERPRISE);
        Visitor out = Visitor.signedIn(BROKER, person);
        String cookie = BROKER.rows("SELECT count(*) AS n FROM web_session")
                .get(0)
                .get("n")
                .toString();
        assertThat(Integer.parseInt(cookie)).isPositive();
        out.post("/sign-out", Map.of()).expect(303);
        out.get("/account").expect(303);
        Visitor forgotten = Visitor.signedIn(BROKER, person);
        BROKER.clock().advance(BROKER.settings().security().session().plus(Duration.ofSeconds(1)));
        forgotten.get("/account").expect(303);
        BROKER.clock().reset();
    }

    @Test
    void aFormOfAnotherSessionIsNotTaken() {
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        visitor.post("/sign-out", Map.of("_csrf", "guessed")).expect(403);
        visitor.get("/account").expect(200);
    }

    @Test
    void registersAndSignsIn() {
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/register").expect(200);
        visitor.post("/register", registration(" 91350100 m000100y43", "page@example.test"))
                .expect(303);
        assertThat(visitor.get("/account").expect(200).body())
                .contains("注册成功", "91350100M000100Y43", "page@example.test", "示例银行", "示例机械有限公司");
        Visitor second = new Visitor(BROKER);
        second.get("/register").expect(200);
        assertThat(second.post("/register", registration("91350100M000100Y43", "other@example.test"))
                        .expect(422)
                        .body())
                .contains("该统一社会信用代码已注册", "other@example.test");
        assertThat(second.post("/register", registration("914403001922038216", "page@example.test"))
                        .expect(422)
                        .body())
                .contains("该邮箱已注册");
    }

    @Test
    void faultsShowAtTheirFieldsAndWhatWasTypedStays() {
        Visitor visitor = new Visitor(BROKER);
        visitor.get("/register").expect(200);
        Map<String, String> wrong = new HashMap<>(registration("91350100M000100Y44", "no address"));
        wrong.remove("role");
        String body = visitor.post("/register", wrong).expect(422).body();
        assertThat(body).contains("至少一项", "不是有效的电子邮箱", "91350100M000100Y44", "示例银行");
        wrong.put("role", "ENTERPRISE");
        wrong.put("email", "right@example.test");
        assertThat(visitor.post("/register", wrong).expect(422).body()).contains("不是有效的统一社会信用代码");
    }

    @Test
    void nobodySeesAnAccount() {
        assertThat(new Visitor(BROKER).get("/account").expect(303).header("Location"))
                .isEqualTo("/sign-in?back=%2Faccount");
    }

    @Test
    void theOperatorHasAnAccountWithoutOrganisation() {
        assertThat(Visitor.signedIn(BROKER, BROKER.person(Role.ADMIN))
                        .get("/account")
                        .expect(200)
                        .body())
                .contains("运维")
                .doesNotContain("开票信息");
    }
}
