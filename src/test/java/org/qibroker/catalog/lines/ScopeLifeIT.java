package org.qibroker.catalog.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.RegionTime;
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
    void aLineThatChangesStaysTheSameLineAndCanStillBeSeenAsItWas() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        LocalDate today = RegionTime.day(BROKER.clock().instant());
        Answer first = imported(lab, "?effectiveFrom=" + today.minusDays(30), HEADER + CALIPER);
        Instant before = BROKER.clock().instant();
        BROKER.clock().advance(Duration.ofMinutes(5));
        Answer second = imported(lab, "?mode=REPLACE&effectiveFrom=" + today, HEADER + BETTER);
        UUID line = lineOf(first);

        assertThat(linesOf(second)).containsOnly(line);
        assertThat(List.of(second.text("/changed"), second.text("/added"), second.text("/ended")))
                .containsExactly("1", "0", "0");
        assertThat(uncertainty(line, "")).isEqualTo("U=0.01 mm");
        assertThat(uncertainty(line, "?validOn=" + today.minusDays(3))).isEqualTo("U=0.02 mm");
        assertThat(uncertainty(line, "?validOn=" + today + "&knownAt=" + before))
                .as("what was believed before the change")
                .isEqualTo("U=0.02 mm");
        assertThat(BROKER.rows("select 1 from capability where id = ?", line)).hasSize(3);
        String export = "/api/v1/providers/" + first.text("/providerId") + "/capabilities.csv?validOn=" + today;
        assertThat(BROKER.api().get(export).expect(200).body()).contains("U=0.01 mm");
        assertThat(BROKER.api().get(export + "&knownAt=" + before).expect(200).body())
                .contains("U=0.02 mm")
                .doesNotContain("U=0.01 mm");
        BROKER.api().get("/api/v1/capabilities/" + line + "?knownAt=yesterday").expect(400);
        BROKER.api()
                .get("/api/v1/capabilities/" + line + "?validOn=" + today.minusDays(31))
                .expect(404);
    }

    private static String uncertainty(UUID line, String query) {
        return BROKER.api()
                .get("/api/v1/capabilities/" + line + query)
                .expect(200)
                .text("/uncertainty/text");
    }

    @Test
    void aScopeSentAgainChangesNothing() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 2);
        imported(lab, "", HEADER + CALIPER + BETTER);
        Answer again = imported(lab, "?mode=REPLACE", HEADER + BETTER + CALIPER);
        assertThat(linesOf(again)).isEmpty();
        assertThat(BROKER.rows("select added, changed, unchanged, ended from import where id = ?", again.id()))
                .containsExactly(Map.of("added", 0, "changed", 0, "unchanged", 2, "ended", 0));
    }

    @Test
    void aLaterDayIsPlannedAndAnEarlierOneCorrectsThePast() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 12);
        LocalDate today = RegionTime.day(BROKER.clock().instant());
        UUID line = lineOf(imported(lab, "?effectiveFrom=" + today.minusDays(90), HEADER + CALIPER));
        imported(lab, "?mode=REPLACE&effectiveFrom=" + today.plusDays(60), HEADER + BETTER);
        assertThat(uncertainty(line, "?validOn=" + today)).isEqualTo("U=0.02 mm");
        assertThat(uncertainty(line, "?validOn=" + today.plusDays(60))).isEqualTo("U=0.01 mm");
        String worse = CALIPER.replace("0.02", "0.05");
        imported(lab, "?mode=REPLACE&effectiveFrom=" + today.minusDays(10), HEADER + worse);
        assertThat(uncertainty(line, "?validOn=" + today.minusDays(11))).isEqualTo("U=0.02 mm");
        assertThat(uncertainty(line, "?validOn=" + today.minusDays(10))).isEqualTo("U=0.05 mm");
        assertThat(uncertainty(line, "?validOn=" + today.plusDays(60)))
                .as("the later word counts for later days too")
                .isEqualTo("U=0.05 mm");
    }

    @Test
    void whatWouldChangeIsShownBeforeItIsConfirmed() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 13);
        String other = "METROLOGY,量块,长度,0~100 mm,U=0.1 µm\n";
        String fresh = "METROLOGY,千分尺,示值误差,0~25 mm,U=1 µm\n";
        imported(lab, "", HEADER + CALIPER + other);
        Answer waiting = imported(lab, "?mode=REPLACE&confirm=true", HEADER + BETTER + fresh + WRONG);
        assertThat(waiting.text("/state")).isEqualTo("AWAITING_CONFIRMATION");
        String changes = "/api/v1/imports/" + waiting.id() + "/changes";
        assertThat(kinds(lab.get(changes))).containsExactly("ADDED 千分尺", "CHANGED 数显卡尺", "ENDED 量块");
        Answer changed = lab.get(changes + "?kind=CHANGED").expect(200);
        assertThat(changed.text("/items/0/fields/0/field")).isEqualTo("UNCERTAINTY");
        assertThat(changed.text("/items/0/fields/0/before")).isEqualTo("U=0.02 mm");
        assertThat(changed.text("/items/0/fields/0/after")).isEqualTo("U=0.01 mm");
        Answer part = lab.get(changes + "?limit=2").expect(200);
        assertThat(kinds(lab.get(changes + "?limit=2&cursor=" + part.text("/nextCursor"))))
                .containsExactly("ENDED 量块");
        lab.post("/api/v1/imports/" + waiting.id() + "/confirmation", "").expect(202);
        Answer done = ended(lab, waiting.id());
        assertThat(List.of(
                        done.text("/rows"),
                        done.text("/accepted"),
                        done.text("/rejected"),
                        done.text("/added"),
                        done.text("/changed"),
                        done.text("/unchanged"),
                        done.text("/ended")))
                .containsExactly("3", "2", "1", "1", "1", "0", "1");
        assertThat(kinds(lab.get(changes))).hasSize(3);
    }

    @Test
    void whatWaitsIsComparedAnewIfTheScopeChangedMeanwhile() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 14);
        Answer waiting = imported(lab, "?mode=REPLACE&confirm=true", HEADER + CALIPER);
        imported(lab, "", HEADER + BETTER);
        lab.post("/api/v1/imports/" + waiting.id() + "/confirmation", "").expect(202);
        Answer again = ended(lab, waiting.id());
        assertThat(again.text("/state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(again.text("/changed")).isEqualTo("1");
        lab.post("/api/v1/imports/" + waiting.id() + "/confirmation", "").expect(202);
        assertThat(ended(lab, waiting.id()).text("/state")).isEqualTo("DONE");
    }

    @Test
    void columnsTheFileDoesNotHaveLeaveWhatIsKnown() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 15);
        UUID line = lineOf(imported(lab, "", "family,subject,parameter,price,marks\nTESTING,钢筋,抗拉强度,120元/件,CMA\n"));
        Answer again = imported(lab, "?mode=REPLACE", "family,subject,parameter,turnaroundDays\nTESTING,钢筋,抗拉强度,3\n");
        assertThat(again.text("/changed")).isEqualTo("1");
        Answer now = BROKER.api().get("/api/v1/capabilities/" + line).expect(200);
        assertThat(List.of(now.text("/price/amount/amount"), now.text("/marks/0"), now.text("/turnaroundDays")))
                .containsExactly("12000", "CMA", "3");
    }

    private static List<String> kinds(Answer changes) {
        return changes.expect(200).json().get("items").findParents("kind").stream()
                .map(change -> change.get("kind").asText() + " "
                        + change.get("subject").asText())
                .toList();
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
        assertThat(again.text("/unchanged")).isEqualTo("1");
        assertThat(linesOf(again)).isEmpty();
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
        return BROKER.rows("select distinct id from capability where import_id = ?", imported.id()).stream()
                .map(row -> (UUID) row.get("id"))
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
