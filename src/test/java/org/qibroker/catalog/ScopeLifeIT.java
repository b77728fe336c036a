package org.qibroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.account.AccountModule;
import org.qibroker.measure.UnitRegistry;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** How a scope changes, and what stays known of how it was. */
class ScopeLifeIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String HEADER = "family,subject,parameter,range,uncertainty\n";
    private static final String CALIPER = "METROLOGY,数显卡尺,示值误差,0~300 mm,U=0.02 mm\n";
    private static final String BETTER = "METROLOGY,数显卡尺,示值误差,0~300 mm,U=0.01 mm\n";
    private static final String WRONG = "ASTRONOMY,望远镜,口径,,\n";

    @Test
    void aReplacedLineEndsAndCanStillBeSeenAsItWas() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        LocalDate today = LocalDate.ofInstant(BROKER.clock().instant(), Catalog.ZONE);
        Answer first = imported(lab, "?effectiveFrom=" + today.minusDays(30), HEADER + CALIPER);
        Instant before = BROKER.clock().instant();
        BROKER.clock().advance(Duration.ofMinutes(5));
        Answer second = imported(lab, "?mode=REPLACE&effectiveFrom=" + today, HEADER + BETTER);
        UUID old = lineOf(first);
        UUID now = lineOf(second);

        assertThat(old).isNotEqualTo(now);
        assertThat(BROKER.api().get("/api/v1/capabilities/" + old).expect(200).text("/validTo"))
                .isEqualTo(today.minusDays(1).toString());
        Catalog catalog = new Catalog(
                BROKER.platform(),
                UnitRegistry.standard(),
                new AccountModule(BROKER.platform(), BROKER.node().keys()).organisations());
        assertThat(TestBroker.await(catalog.capability(old, today, before))
                        .validity()
                        .to())
                .as("what was believed before the change")
                .isNull();
        assertThat(TestBroker.await(catalog.capability(
                                old, today.minusDays(3), BROKER.clock().instant()))
                        .measured()
                        .uncertaintyText())
                .isEqualTo("U=0.02 mm");
        assertThat(TestBroker.await(catalog.history(old))).hasSize(2);
    }

    @Test
    void aScopeSentAgainChangesNothing() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 2);
        Answer first = imported(lab, "", HEADER + CALIPER + BETTER);
        Answer again = imported(lab, "?mode=REPLACE", HEADER + BETTER + CALIPER);
        assertThat(lineOf(again)).isIn(linesOf(first));
        assertThat(BROKER.rows("select added, kept, ended from import where id = ?", again.id()))
                .containsExactly(Map.of("added", 0, "kept", 2, "ended", 0));
    }

    @Test
    void oneWrongRowStopsAllIfAskedTo() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 3);
        Answer failed = imported(lab, "?onError=ALL_OR_NOTHING", HEADER + CALIPER + WRONG);
        assertThat(failed.text("/state")).isEqualTo("FAILED");
        assertThat(linesOf(failed)).isEmpty();
        Answer good = imported(lab, "", HEADER + CALIPER + WRONG);
        assertThat(good.text("/state")).isEqualTo("DONE");
        assertThat(linesOf(good)).hasSize(1);
    }

    @Test
    void aDryRunPublishesNothing() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 4);
        Answer dry = imported(lab, "?dryRun=true", HEADER + CALIPER);
        assertThat(dry.text("/state")).isEqualTo("DONE");
        assertThat(dry.text("/accepted")).isEqualTo("1");
        assertThat(linesOf(dry)).isEmpty();
    }

    @Test
    void whatWaitsIsPublishedOnceConfirmedAndNotOnceGivenUp() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 5);
        Answer waiting = imported(lab, "?confirm=true", HEADER + CALIPER);
        assertThat(waiting.text("/state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(linesOf(waiting)).isEmpty();
        lab.post("/api/v1/imports/" + waiting.id() + "/confirmation", "").expect(202);
        assertThat(ended(lab, waiting.id()).text("/state")).isEqualTo("DONE");
        assertThat(linesOf(waiting)).hasSize(1);
        lab.delete("/api/v1/imports/" + waiting.id()).expect(409);
        Answer other = imported(lab, "?confirm=true", HEADER + BETTER);
        assertThat(lab.delete("/api/v1/imports/" + other.id()).expect(200).text("/state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void aDocumentIsTakenLikeAFile() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 6);
        Answer taken = lab.post(
                        "/api/v1/imports",
                        Map.of(
                                "lines",
                                List.of(Map.of(
                                        "family", "TESTING",
                                        "subject", "钢筋",
                                        "parameter", "抗拉强度",
                                        "methods", List.of("GB/T 228.1-2021", "GB/T 28900-2022"),
                                        "turnaroundDays", 3))))
                .expect(202);
        assertThat(ended(lab, taken.id()).text("/accepted")).isEqualTo("1");
        Answer line = BROKER.api().get("/api/v1/capabilities/" + lineOf(taken)).expect(200);
        assertThat(line.json().get("methods")).hasSize(2);
        assertThat(line.text("/turnaroundDays")).isEqualTo("3");
    }

    @Test
    void anExportIsSafeInASpreadsheetAndComesBackTheSame() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 7);
        Answer first = imported(lab, "", HEADER + "METROLOGY,=HYPERLINK(1),示值误差,-196 ℃～+300 ℃,\n");
        String provider = first.text("/providerId");
        String file = BROKER.api()
                .get("/api/v1/providers/" + provider + "/capabilities.csv")
                .expect(200)
                .body();
        assertThat(file).contains("'=HYPERLINK(1)").contains("'-196 ℃～+300 ℃");
        Answer again = imported(lab, "?mode=REPLACE", file);
        assertThat(lineOf(again)).isEqualTo(lineOf(first));
    }

    @Test
    void anotherProviderSeesNothingOfAnImport() {
        Answer taken = imported(BROKER.as(Role.PROVIDER, 8), "", HEADER + CALIPER);
        ApiClient other = BROKER.as(Role.PROVIDER, 9);
        other.get("/api/v1/imports/" + taken.id()).expect(404);
        other.get("/api/v1/imports/" + taken.id() + "/findings").expect(404);
        other.delete("/api/v1/imports/" + taken.id()).expect(404);
    }

    @Test
    void aForgedCursorAndAnUnprintableNameAreBadInput() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 11);
        String forged = Cursor.of("x");
        for (String path : List.of("/api/v1/providers", "/api/v1/capabilities")) {
            BROKER.api().get(path + "?cursor=" + forged).expect(400);
        }
        lab.get("/api/v1/imports/" + imported(lab, "", HEADER).id() + "/findings?cursor=" + forged)
                .expect(400);
        lab.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports?fileName=%00", HEADER)
                .expect(400);
    }

    @Test
    void whatIsNoFileIsRefusedInWords() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 10);
        lab.with("Content-Type", "application/vnd.ms-excel")
                .send("POST", "/api/v1/imports", "x")
                .expect(415);
        assertThat(imported(lab, "", "a,b\n1,2\n").text("/state")).isEqualTo("FAILED");
        assertThat(imported(lab, "", "family,subject,parameter\n\"open").text("/state"))
                .isIn("FAILED", "DONE");
    }

    private static UUID lineOf(Answer imported) {
        return linesOf(imported).get(0);
    }

    private static List<UUID> linesOf(Answer imported) {
        return BROKER
                .rows(
                        "select capability_id from import_line where import_id = ? and capability_id is not null",
                        imported.id())
                .stream()
                .map(row -> (UUID) row.get("capability_id"))
                .toList();
    }

    private static Answer imported(ApiClient lab, String query, String file) {
        Answer taken = lab.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports" + query, file)
                .expect(202);
        return ended(lab, taken.id());
    }

    private static Answer ended(ApiClient lab, UUID id) {
        String place = "/api/v1/imports/" + id;
        Waiting.until(() -> !List.of("QUEUED", "RUNNING")
                .contains(lab.get(place).expect(200).text("/state")));
        return lab.get(place);
    }
}
