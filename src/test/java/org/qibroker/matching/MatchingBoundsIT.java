package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.matching.understanding.Understanding;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.EventLoopWatch;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Whatever is sent, a match is bounded, and the event loop goes on. */
class MatchingBoundsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration LONGEST = Duration.ofMillis(50);

    @BeforeAll
    static void publishALongScope() {
        StringBuilder scope = new StringBuilder("family,subject,parameter,methods,range,uncertainty\n");
        for (int i = 1; i <= 500; i++) {
            scope.append("METROLOGY,数显卡尺,示值误差,JJG 30-2012,")
                    .append(i)
                    .append('~')
                    .append(i + 10)
                    .append(" mm,U=0.01 mm\n");
        }
        scope.append("METROLOGY,量子磁力计,示值误差,JJG 1-2020,0~10 mT,U=0.01 mT\n");
        BROKER.as(Role.PROVIDER)
                .with("Content-Type", "text/csv")
                .withKey()
                .post("/api/v1/imports", scope.toString())
                .expect(202);
        Waiting.until(() -> BROKER.api()
                        .get("/api/v1/capabilities?q=" + url("量子磁力计"))
                        .json()
                        .get("items")
                        .size()
                == 1);
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> caliper(double min, double max) {
        return Map.of(
                "family",
                "METROLOGY",
                "subject",
                "电子卡尺",
                "range",
                Map.of("min", min, "max", max, "unit", "mm"),
                "maxUncertainty",
                Map.of("value", 0.02, "unit", "mm"));
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static void sendWhatIsHard() {
        List<Map<String, Object>> many = Collections.nCopies(200, caliper(5, 400));
        Answer large = enterprise().post("/api/v1/matches", Map.of("items", many));
        assertThat(large.status()).isIn(200, 400);
        enterprise()
                .post("/api/v1/matches", Map.of("items", List.of(caliper(-1e29, 1e29))))
                .expect(200);
        enterprise()
                .post("/api/v1/matches", Map.of("items", List.of(caliper(1e-29, 2e-29))))
                .expect(200);
        List<String> sentences = List.of(
                "卡尺".repeat(1000),
                "1~".repeat(1000),
                "0-300mm ".repeat(250),
                "a".repeat(2000),
                "(((((((((((((((((((((((((((((".repeat(60),
                "(a+)+$ ^(([a-z])+.)+[A-Z]([a-z])+$ ".repeat(50),
                "±0.02mm U≤ ".repeat(180),
                "2026年12月 ".repeat(180),
                "GB/T GB/T 1-".repeat(150));
        for (String sentence : sentences) {
            enterprise()
                    .post("/api/v1/understandings", Map.of("text", sentence))
                    .expect(200);
            BROKER.api().get("/match?q=" + url(sentence.substring(0, 600))).expect(200);
        }
        enterprise()
                .post("/api/v1/understandings", Map.of("text", "卡尺 0-300mm ".repeat(900)))
                .expect(400);
    }

    @Test
    void noEventLoopIsBlockedWhateverIsSent() {
        sendWhatIsHard();
        try (EventLoopWatch watch = new EventLoopWatch(LONGEST)) {
            sendWhatIsHard();
            assertThat(watch.blocked()).isEmpty();
        }
    }

    /** What is wrong is named with its place and with what would be right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "/items/0/range/max|'\"range\":{\"min\":300,\"max\":0,\"unit\":\"mm\"}'",
                "/items/0/range/max|'\"range\":{\"min\":0,\"max\":1e308,\"unit\":\"mm\"}'",
                "/items/0/range/max|'\"range\":{\"min\":0,\"max\":1e999,\"unit\":\"mm\"}'",
                "/items/0/range/max|'\"range\":{\"min\":0,\"max\":\"NaN\",\"unit\":\"mm\"}'",
                "/items/0/range/min|'\"range\":{\"min\":\"-Infinity\",\"max\":1,\"unit\":\"mm\"}'",
                "/items/0/range/unit|'\"range\":{\"min\":0,\"max\":300}'",
                "/items/0/range/unit|'\"quantity\":\"length\",\"range\":{\"min\":0,\"max\":3,\"unit\":\"kg\"}'",
                "/items/0/range/unit|'\"range\":{\"min\":0,\"max\":3,\"unit\":\"(a+)+$\"}'",
                "/items/0/range|'\"range\":{\"unit\":\"mm\"}'",
                "/items/0/maxUncertainty/unit|'\"range\":{\"max\":3,\"unit\":\"mm\"},\"maxUncertainty\":{\"value\":1,\"unit\":\"kg\"}'",
                "/items/0/maxUncertainty/value|'\"range\":{\"max\":3,\"unit\":\"mm\"},\"maxUncertainty\":{\"value\":-1,\"unit\":\"mm\"}'",
                "/items/0/tolerance/unit|'\"range\":{\"max\":3,\"unit\":\"mm\"},\"tolerance\":{\"value\":1,\"unit\":\"s\"}'",
                "/items/0/points/0/unit|'\"range\":{\"max\":3,\"unit\":\"mm\"},\"points\":[{\"value\":1,\"unit\":\"kg\"}]'",
                "/items/0/quantity|'\"quantity\":\"lenght\"'",
                "/items/0/pieces|'\"pieces\":-3'"
            })
    void whatIsWrongWithAnItemIsNamedWithItsPlace(String pointer, String wrong) {
        Answer refused = enterprise()
                .post("/api/v1/matches", "{\"items\":[{\"family\":\"METROLOGY\",\"subject\":\"卡尺\"," + wrong + "}]}")
                .expect(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.text("/errors/0/message")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e", "0x10"})
    void whatIsNoJsonNumberIsNamedByWhereItStands(String number) {
        Answer refused = enterprise()
                .post(
                        "/api/v1/matches",
                        "{\"items\":[{\"family\":\"METROLOGY\",\"subject\":\"卡尺\",\n\"range\":{\"max\":" + number
                                + ",\"unit\":\"mm\"}}]}")
                .expect(400);
        assertThat(refused.text("/errors/0/message")).contains("第 2 行");
    }

    @Test
    void tooManyItemsAndTooLongASentenceAreRefusedWithWhatWouldDo() {
        Answer many = enterprise()
                .post("/api/v1/matches", Map.of("items", Collections.nCopies(201, caliper(0, 1))))
                .expect(400);
        assertThat(many.text("/errors/0/pointer")).isEqualTo("/items");
        assertThat(many.text("/errors/0/message")).contains("200");
        Answer longOne = enterprise()
                .post("/api/v1/understandings", Map.of("text", "卡".repeat(10_240)))
                .expect(400);
        assertThat(longOne.text("/errors/0/pointer")).isEqualTo("/text");
        assertThat(longOne.text("/errors/0/message")).contains("%,d".formatted(Understanding.LONGEST));
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndNobodyElseIs() {
        ApiClient eager = BROKER.as(Role.ENTERPRISE, 7);
        Instant still = BROKER.clock().instant();
        Answer answer;
        int asked = 0;
        do {
            BROKER.clock().set(still);
            answer = eager.post("/api/v1/matches", "{}");
            asked++;
        } while (answer.status() == 400 && asked <= 2 * MatchApi.OFTEN.burst());
        assertThat(answer.status()).isEqualTo(429);
        assertThat(asked).isCloseTo(MatchApi.OFTEN.burst(), withinPercentage(5));
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        enterprise()
                .post("/api/v1/matches", Map.of("items", List.of(caliper(20, 30))))
                .expect(200);
        BROKER.clock().advance(Duration.ofSeconds(1));
        eager.post("/api/v1/matches", Map.of("items", List.of(caliper(20, 30)))).expect(200);
    }

    @Test
    void aBlockedLoopWouldBeSeen() {
        try (EventLoopWatch watch = new EventLoopWatch(LONGEST)) {
            BROKER.vertx().runOnContext(nothing -> {
                long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
                long turns = 0;
                while (System.nanoTime() < until) {
                    turns++;
                }
                assertThat(turns).isPositive();
            });
            Waiting.until(() -> !watch.blocked().isEmpty());
        }
    }

    @Test
    void noMoreCandidatesAndNearMissesAreNamedThanWanted() {
        Map<String, Object> one = Map.of("most", 1, "items", List.of(caliper(20, 30)));
        JsonNode item =
                enterprise().post("/api/v1/matches", one).expect(200).json().at("/items/0");
        assertThat(item.get("candidates")).hasSize(1);
        for (int wrong : List.of(0, 51)) {
            enterprise()
                    .post("/api/v1/matches", Map.of("most", wrong, "items", List.of(caliper(20, 30))))
                    .expect(400);
        }
    }

    @Test
    void aSubjectThatOnlyAScopeNamesIsSuggested() {
        JsonNode found = BROKER.api()
                .get("/api/v1/subjects?q=" + url("量子磁"))
                .expect(200)
                .json()
                .get("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/subject").asText()).isEqualTo("量子磁力计");
        assertThat(found.at("/0").has("subjectEn")).isFalse();
    }

    @Test
    void aRelaxationIsTakenOverIntoADraftOnly() {
        Map<String, Object> strict = Map.of(
                "family",
                "METROLOGY",
                "subject",
                "数显卡尺",
                "range",
                Map.of("min", 20, "max", 30, "unit", "mm"),
                "maxUncertainty",
                Map.of("value", 0.005, "unit", "mm"));
        Answer draft = enterprise()
                .withKey()
                .post("/api/v1/demands", Map.of("items", new ArrayList<>(List.of(strict))))
                .expect(201);
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        String page = visitor.get("/demands/" + draft.id()).expect(200).body();
        Matcher relax = Pattern.compile("name=\"relax\" value=\"([^\"]+)\"").matcher(page);
        assertThat(relax.find()).isTrue();
        String patch = relax.group(1).replace("&#34;", "\"").replace("&quot;", "\"");
        Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        String address = "/demands/" + draft.id() + "/relaxation";

        visitor.post(address, Map.of("relax", "{}", "version", version.group(1)))
                .expect(400);
        visitor.post(address, Map.of("relax", patch, "version", "99")).expect(412);
        visitor.post(address, Map.of("relax", patch, "version", version.group(1)))
                .expect(303);

        Answer relaxed = enterprise().get("/api/v1/demands/" + draft.id()).expect(200);
        assertThat(relaxed.json().at("/items/0/maxUncertainty/value").asDouble())
                .isEqualTo(0.01);
        assertThat(relaxed.text("/state")).isEqualTo("DRAFT");
        enterprise()
                .ifMatch(relaxed.version())
                .post("/api/v1/demands/" + draft.id() + "/submission", "")
                .expect(200);
        visitor.post(address, Map.of("relax", patch, "version", "3")).expect(409);
    }
}
