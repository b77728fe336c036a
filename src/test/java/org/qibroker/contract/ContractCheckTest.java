package org.qibroker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each thing that the check looks at, seen right and seen broken. */
class ContractCheckTest {
    private static final String ME =
            """
            {"userId":"0198f0a0-0000-7000-8000-000000000001","email":"a@b.test","name":"A","roles":["ENTERPRISE"]}""";
    private static final String PROBLEM =
            """
            {"type":"/problems/forbidden","title":"No","status":403,"requestId":"1"}""";
    private static final Map<String, String> SIGNED_IN = Map.of("authorization", "Bearer x");
    private static final Map<String, String> JSON = Map.of("X-Request-Id", "1", "content-type", "application/json");
    private static final Map<String, String> FAILED =
            Map.of("X-Request-Id", "1", "content-type", "application/problem+json; charset=utf-8");

    private final ContractCheck check = ContractCheck.standard();

    private static Exchange get(String uri, int status, Map<String, String> headers, String body) {
        return new Exchange("GET", uri, SIGNED_IN, "", status, headers, body);
    }

    private static Exchange post(String uri, String body, Map<String, String> request, int status, String answer) {
        return new Exchange("POST", uri, request, body, status, JSON, answer);
    }

    @Test
    void letsAnExchangeOfTheContractPass() {
        assertThatCode(() -> check.accept(get("/api/v1/me", 200, JSON, ME))).doesNotThrowAnyException();
        assertThat(check.faults(get("/api/v1/me", 403, FAILED, PROBLEM))).isEmpty();
        assertThat(check.faults(get(
                        "/api/v1/capabilities?q=%E5%8D%A1%E5%B0%BA&min=0.5&onSite=true&limit=5",
                        200, JSON, """
                {"items":[],"facets":{}}""")))
                .isEmpty();
    }

    @Test
    void leavesPagesAlone() {
        assertThat(check.faults(get("/bookings", 200, Map.of(), "<html>"))).isEmpty();
    }

    @Test
    void namesTheExchangeAndTheFault() {
        assertThatThrownBy(() -> check.accept(get("/api/v1/me", 418, JSON, ME)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/v1/me → 418")
                .hasMessageContaining("the status 418 is not in the contract of me");
    }

    @Test
    void refusesAnOperationThatIsNotThere() {
        assertThat(check.faults(get("/api/v1/nothing", 200, JSON, "{}"))).containsExactly("there is no such operation");
        assertThat(check.faults(get("/api/v1/nothing", 404, FAILED, ""))).isEmpty();
    }

    @Test
    void refusesAnUnknownFieldOfAnAnswer() {
        String more = ME.replace("{\"userId\"", "{\"secret\":1,\"userId\"");
        assertThat(check.faults(get("/api/v1/me", 200, JSON, more)))
                .singleElement()
                .asString()
                .contains("secret");
    }

    @Test
    void refusesAMissingFieldOfAnAnswer() {
        assertThat(check.faults(get("/api/v1/me", 200, JSON, "{}"))).hasSize(4);
    }

    @Test
    void refusesAWrongTypeAndAWrongFormat() {
        assertThat(check.faults(get("/api/v1/me", 200, JSON, ME.replace("\"A\"", "7"))))
                .hasSize(1);
        assertThat(check.faults(get("/api/v1/me", 200, JSON, ME.replace("0198f0a0-0000", "x"))))
                .hasSize(1);
    }

    @Test
    void refusesAnAnswerThatIsNotJson() {
        assertThat(check.faults(get("/api/v1/me", 200, JSON, "<html>")))
                .singleElement()
                .asString()
                .contains("not JSON");
    }

    @Test
    void refusesAMissingHeader() {
        Map<String, String> bare = Map.of("Content-Type", "application/json");
        assertThat(check.faults(get("/api/v1/me", 200, bare, ME))).containsExactly("X-Request-Id is missing");
        assertThat(check.faults(get("/api/v1/me", 401, FAILED, PROBLEM)))
                .containsExactly("WWW-Authenticate is missing");
    }

    @Test
    void refusesAnErrorThatIsNotAProblem() {
        assertThat(check.faults(get("/api/v1/me", 403, JSON, PROBLEM)))
                .containsExactly("the answer's content type application/json is not in the contract");
    }

    @Test
    void refusesABodyWhereNoneBelongs() {
        Exchange released = new Exchange(
                "DELETE", "/api/v1/holds/0198f0a0-0000-7000-8000-000000000001", SIGNED_IN, "", 204, JSON, "{}");
        assertThat(check.faults(released)).containsExactly("the answer has a body, and should have none");
    }

    @Test
    void refusesThatAWrongRequestWasAccepted() {
        Map<String, String> request = Map.of("Authorization", "Bearer x", "Content-Type", "application/json");
        String answer = "{\"items\":[],\"notUnderstood\":[],\"corrections\":[]}";
        String uri = "/api/v1/understandings";
        assertThat(check.faults(post(uri, "{\"text\":\"x\"}", request, 200, answer)))
                .isEmpty();
        assertThat(check.faults(post(uri, "{\"text\":7}", request, 200, answer)))
                .hasSize(1);
        assertThat(check.faults(post(uri, "", request, 200, answer)))
                .containsExactly("accepted though the body is missing");
        assertThat(check.faults(post(uri, "text=x", SIGNED_IN, 200, answer)))
                .singleElement()
                .asString()
                .contains("content type");
    }

    @Test
    void refusesThatAWrongParameterWasAccepted() {
        String answer = "{\"items\":[]}";
        assertThat(check.faults(get("/api/v1/gaps?limit=0", 200, JSON, answer))).hasSize(1);
        assertThat(check.faults(get("/api/v1/gaps?limit=ten", 200, JSON, answer)))
                .hasSize(1);
        assertThat(check.faults(get("/api/v1/gaps?color=red", 200, JSON, answer)))
                .containsExactly("accepted though the query parameter color is unknown");
        assertThat(check.faults(get("/api/v1/resources/1/availability?from=2026-12-01", 200, JSON, answer)))
                .anyMatch(fault -> fault.contains("id "))
                .anyMatch(fault -> fault.contains("to is missing"));
    }

    @Test
    void refusesThatSomebodyUnknownWasAnswered() {
        Exchange unknown = new Exchange("GET", "/api/v1/me", Map.of(), "", 200, JSON, ME);
        assertThat(check.faults(unknown)).containsExactly("answered somebody unknown, and is not PUBLIC");
    }
}
