package org.qibroker.account.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
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

class ColleagueIT {
    private static final String TEAM = "/api/v1/me/colleagues";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @AfterEach
    void backToNow() {
        BROKER.clock().reset();
    }

    private static Answer invite(ApiClient by, String email) {
        return by.post(TEAM + "/invitations", Map.of("email", email));
    }

    private static String secret(Answer invitation) {
        String link = invitation.text("/link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static Answer accept(String secret) {
        return BROKER.api()
                .post(
                        "/api/v1/invitations/acceptance",
                        Map.of("secret", secret, "name", "李工", "password", Person.PASSWORD));
    }

    @Test
    void whoIsInvitedActsForTheSameOrganisation() {
        ApiClient member = BROKER.as(Role.ENTERPRISE);
        Answer made = invite(member, "Colleague@example.test").expect(201);
        assertThat(member.get(TEAM).expect(200).text("/invited/0/email")).isEqualTo("colleague@example.test");
        String secret = secret(made);
        accept(secret).expect(204);
        accept(secret).expect(404);

        Answer in = BROKER.api()
                .post("/api/v1/tokens", Map.of("email", "colleague@example.test", "password", Person.PASSWORD))
                .expect(200);
        Answer me = BROKER.api()
                .withToken(in.text("/accessToken"))
                .get("/api/v1/me")
                .expect(200);
        assertThat(me.text("/organisation/id"))
                .isEqualTo(BROKER.person(Role.ENTERPRISE).organisation().toString());
        Answer team = member.get(TEAM).expect(200);
        assertThat(team.json().get("members").findValuesAsText("name")).contains("李工");
        assertThat(team.json().get("invited")).isEmpty();
        invite(member, "colleague@example.test").expect(409);
    }

    @Test
    void anInvitationEndsAfterAWeekWhenItIsTakenBackAndWhenThereIsANewerOne() {
        ApiClient member = BROKER.as(Role.PROVIDER);
        String first = secret(invite(member, "once@example.test").expect(201));
        Answer second = invite(member, "once@example.test").expect(201);
        accept(first).expect(404);
        BROKER.as(Role.ENTERPRISE)
                .delete(TEAM + "/invitations/" + second.text("/id"))
                .expect(404);
        member.delete(TEAM + "/invitations/" + second.text("/id")).expect(204);
        accept(secret(second)).expect(404);
        String third = secret(invite(member, "once@example.test").expect(201));
        BROKER.clock().advance(Duration.ofDays(7).plusSeconds(1));
        accept(third).expect(404);
        assertThat(BROKER.rows("SELECT data::text AS data FROM event WHERE type = 'colleague-invited'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("data").toString()).doesNotContain("example.test"));
    }

    @Test
    void pagesInviteAndTakeUp() {
        Visitor member = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR));
        member.get("/account/colleagues").expect(200);
        assertThat(member.post("/account/colleagues", Map.of("email", "no address"))
                        .expect(422)
                        .body())
                .contains("no address");
        String page = member.post("/account/colleagues", Map.of("email", "page@example.test"))
                .expect(200)
                .body();
        String path = page.substring(page.indexOf("/invitations/")).split("[<\"\\s]", 2)[0];

        Visitor invited = new Visitor(BROKER);
        assertThat(invited.get(path).expect(200).body()).contains("page@example.test");
        assertThat(invited.post(path, Map.of("name", "赵工", "password", "short"))
                        .expect(422)
                        .body())
                .contains("赵工");
        assertThat(invited.post(path, Map.of("name", "赵工", "password", Person.PASSWORD))
                        .expect(303)
                        .header("Location"))
                .isEqualTo("/sign-in?email=page%40example.test");
        assertThat(member.get("/account/colleagues").expect(200).body()).contains("赵工");
        invited.get(path).expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invitation_email_lower | 'A@b.test', sha256('x'), o.id, u.id",
                "invitation_secret_length | 'a@b.test', 'x', o.id, u.id",
                "invitation_organisation_known | 'a@b.test', sha256('x'), u.id, u.id",
                "invitation_by_somebody | 'a@b.test', sha256('x'), o.id, o.id"
            })
    void theTableRefusesWhatMakesNoSense(String constraint, String values) {
        BROKER.person(Role.ENTERPRISE);
        assertThatThrownBy(() -> BROKER.execute(
                        "INSERT INTO invitation (email, secret_hash, organisation_id, invited_by, id, expires_at) SELECT "
                                + values + ", gen_random_uuid(), now() FROM organisation o, user_account u LIMIT 1"))
                .hasStackTraceContaining(constraint);
    }
}
