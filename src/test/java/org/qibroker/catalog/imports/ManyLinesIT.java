package org.qibroker.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** A file so large that it is compared in parts, all of it about one parameter of one subject. */
class ManyLinesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String LINE = "/api/v1/capabilities/";
    /** More than are compared at once. */
    private static final int LINES = 20_050;

    @Test
    void aLineThatWasToReachFurtherLaterComesAgainAsItselfHoweverManyThereAre() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        imported(lab, "", file(LINES));
        UUID line = planned(lab, "0~9 kPa", "压力表", "0~10000.5 kPa");

        JsonNode again = imported(lab, "?mode=REPLACE", file(LINES));

        assertThat(told(again)).containsExactly("DONE", "unchanged " + (LINES - 1), "changed 1", "ended 0");
        assertThat(ranges(line)).containsExactly("0~9 kPa");
    }

    @Test
    void aLineThatWasToBeAboutSomethingElseLaterComesAgainAsItself() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 2);
        imported(lab, "", file(9));
        UUID line = planned(lab, "0~9 kPa", "压力变送器", "0~9 kPa");

        JsonNode again = imported(lab, "?mode=REPLACE", file(9));

        assertThat(told(again)).containsExactly("DONE", "unchanged 8", "changed 1", "ended 0");
        assertThat(ranges(line)).containsExactly("0~9 kPa");
    }

    /** Plans that a line says something else from a later day on. */
    private static UUID planned(ApiClient lab, String range, String subject, String laterRange) {
        UUID id = (UUID) BROKER.rows(
                        "select c.id from capability c join import i on i.id = c.import_id"
                                + " where c.range_text = ? and i.provider_id = ?",
                        range,
                        UUID.fromString(lab.get("/api/v1/me").text("/organisation/id")))
                .get(0)
                .get("id");
        Waiting.until(() -> lab.get(LINE + id).status() == 200);
        LocalDate later = RegionTime.day(BROKER.clock().instant()).plusDays(40);
        lab.ifMatch(lab.get(LINE + id).version())
                .put(
                        LINE + id,
                        Map.of(
                                "family",
                                "METROLOGY",
                                "subject",
                                subject,
                                "parameter",
                                "示值误差",
                                "range",
                                laterRange,
                                "uncertainty",
                                "U=0.1 kPa",
                                "effectiveFrom",
                                later.toString()))
                .expect(200);
        return id;
    }

    private static List<Object> ranges(UUID line) {
        return BROKER.rows("select range_text from capability where id = ? and recorded_until is null", line).stream()
                .map(row -> row.get("range_text"))
                .toList();
    }

    private static List<String> told(JsonNode done) {
        return List.of(
                done.get("state").asText(),
                "unchanged " + done.get("unchanged"),
                "changed " + done.get("changed"),
                "ended " + done.get("ended"));
    }

    private static String file(int lines) {
        StringBuilder file = new StringBuilder("family,subject,parameter,range,uncertainty\n");
        for (int top = 1; top <= lines; top++) {
            file.append("METROLOGY,压力表,示值误差,0~").append(top).append(" kPa,U=0.1 kPa\n");
        }
        return file.toString();
    }

    private static JsonNode imported(ApiClient lab, String query, String file) {
        UUID id = lab.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports" + query, file)
                .expect(202)
                .id();
        Waiting.until(() -> !List.of("QUEUED", "RUNNING")
                .contains(lab.get("/api/v1/imports/" + id).text("/state")));
        return lab.get("/api/v1/imports/" + id).json();
    }
}
