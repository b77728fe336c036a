package org.qibroker.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.Node;
import org.qibroker.booking.BookingState;
import org.qibroker.platform.Platform;
import org.qibroker.shared.RegionTime;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** The sample region as loaded into an empty database. */
class SampleRegionIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    private static final Vertx VERTX = Vertx.vertx();

    private static SampleRegion region() {
        Node node = Node.of(BROKER.settings(), BROKER.address(), Clock.systemUTC());
        Platform platform = node.platform(VERTX);
        return new SampleRegion(platform, node.keys());
    }

    @AfterAll
    static void close() {
        TestBroker.await(VERTX.close());
    }

    private static long count(String table) {
        return Long.parseLong(String.valueOf(
                BROKER.rows("select count(*) from " + table).get(0).get("count")));
    }

    @Test
    void comesOnce() {
        assertThat(count("sample_region")).isEqualTo(1);
        assertThat(TestBroker.await(region().loadOnce())).isFalse();
    }

    @Test
    void everyRowOfItsFilesCameAbout() {
        assertThat(count("organisation")).isEqualTo(rows("organisations.csv"));
        assertThat(count("user_account")).isEqualTo(rows("users.csv"));
        assertThat(count("site")).isEqualTo(rows("sites.csv"));
        assertThat(count("accreditation")).isEqualTo(rows("accreditations.csv"));
        assertThat(count("resource")).isEqualTo(rows("resources.csv"));
        assertThat(count("booking"))
                .isEqualTo(rows("bookings.csv") + History.bookings().size());
        assertThat(count("rating"))
                .isGreaterThan(rows("ratings.csv") + History.bookings().size() / 4);
        assertThat(BROKER.rows("SELECT DISTINCT district FROM organisation WHERE district IS NOT NULL"))
                .hasSizeGreaterThan(14);
    }

    @Test
    void aQuoteIsAwaitedAnotherIsThereAndAComplaintIsLookedInto() {
        assertThat(BROKER.rows("SELECT state FROM quote_request ORDER BY place").toString())
                .isEqualTo("[{state=OPEN}, {state=QUOTED}]");
        assertThat(BROKER.rows("SELECT state FROM complaint").toString()).isEqualTo("[{state=ACKNOWLEDGED}]");
        assertThat(BROKER.rows("SELECT state FROM booking_billing").toString()).isEqualTo("[{state=INVOICED}]");
    }

    @Test
    void samplesWereSentAndAReportHasItsFile() {
        assertThat(BROKER.rows("select state from custody_sample where booking_id in"
                        + " (select booking_id from report_content where file_id is not null)"))
                .hasSize(14)
                .allMatch(row -> row.get("state").equals("RECEIVED"));
        assertThat(count("report_content where file_id is not null and version = 1"))
                .isEqualTo(1);
    }

    private static long rows(String file) {
        return SampleFiles.rows(file).size();
    }

    @Test
    void thereAreBookingsInEveryState() {
        Set<String> states = BROKER.rows("select distinct state from booking").stream()
                .map(row -> row.get("state").toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(states)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(BookingState.values()).map(Enum::name).toList());
    }

    @Test
    void theDemoQuestionHasProvenAnswersAndANearMiss() {
        Answer signedIn = BROKER.api()
                .post("/api/v1/tokens", Map.of("email", "enterprise@demo.test", "password", "demo-2026"))
                .expect(200);
        ApiClient enterprise = BROKER.api().withToken(signedIn.text("/accessToken"));
        Answer understood = enterprise
                .post("/api/v1/understandings", Map.of("text", "数显卡尺 0-300mm U≤0.02mm CNAS"))
                .expect(200);
        JsonNode item = enterprise
                .post("/api/v1/matches", Map.of("items", understood.json().path("items")))
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(item.path("candidates").findValuesAsText("verdict"))
                .filteredOn("COVERED"::equals)
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(item.path("candidates").findValuesAsText("providerName")).contains("示例计量测试研究院", "示例精测校准技术有限公司");
        assertThat(item.path("nearMisses")).isNotEmpty();
        String line = item.at("/candidates/0/capabilityIds/0").asText();
        String resource =
                enterprise.get("/api/v1/capabilities/" + line).expect(200).text("/resourceId");
        assertThat(enterprise
                        .get("/api/v1/resources/" + resource + "/availability?from=" + day(1) + "&to=" + day(14))
                        .expect(200)
                        .json()
                        .path("items"))
                .isNotEmpty();
    }

    private static LocalDate day(int fromNow) {
        return LocalDate.now(RegionTime.ZONE).plusDays(fromNow);
    }
}
