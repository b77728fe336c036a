package org.qibroker.catalog.imports.columns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Headings that are doubtful are looked at by somebody, once. */
class ColumnFlowIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String REMEMBERED = "/api/v1/import-columns";
    private static final String DOUBTFUL = "主要测量仪器名称一览,校准参数,测量范围\n数显卡尺,示值误差,0~300 mm\n";

    @Test
    void aFileWithDoubtfulHeadingsIsShownAndWaitsAndIsRememberedOnceItIsUnderstood() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 1));
        visitor.get("/imports").expect(200);
        String place = visitor.upload("/imports", Map.of("family", "METROLOGY"), "scope.csv", DOUBTFUL)
                .expect(303)
                .header("Location");
        assertThat(place).matches("/imports/[0-9a-f-]+/columns");
        assertThat(visitor.get(place).expect(200).body()).contains("主要测量仪器名称一览", "value=\"METROLOGY\" selected");
        UUID first = UUID.fromString(place.split("/")[2]);
        assertThat(ended(lab, first).text("/state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(visitor.get("/imports/" + first).expect(200).body()).contains("href=\"" + place + "\"");

        UUID next = lab.put(
                        "/api/v1" + place,
                        Map.of(
                                "columns",
                                List.of(Map.of("heading", "主要测量仪器名称一览", "column", "subject")),
                                "family",
                                "TESTING"))
                .expect(202)
                .id();
        assertThat(ended(lab, next).text("/state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(lab.get("/api/v1/imports/" + first).text("/state")).isEqualTo("CANCELLED");
        assertThat(lab.get("/api/v1/imports/" + next + "/changes").text("/items/0/family"))
                .isEqualTo("TESTING");

        assertThat(visitor.upload("/imports", Map.of("family", "METROLOGY"), "scope.csv", DOUBTFUL)
                        .expect(303)
                        .header("Location"))
                .as("what was said once need not be asked again")
                .doesNotEndWith("/columns");
    }

    @Test
    void aFileWhoseEncodingIsDoubtfulWaitsAndIsReadAgainAsIsSaid() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 4);
        String western = "family,subject,parameter\nMETROLOGY,caf\u00E9\u00E8,taste\n";
        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 4));
        visitor.get("/imports").expect(200);
        String place = visitor.upload("/imports", Map.of(), "scope.csv", western, StandardCharsets.ISO_8859_1)
                .expect(303)
                .header("Location");
        UUID first = UUID.fromString(place.split("/")[2]);
        Answer guessed = ended(lab, first);
        assertThat(guessed.text("/state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(guessed.text("/encoding")).isEqualTo("GB18030");
        assertThat(lab.get("/api/v1" + place + "/findings").json().findValuesAsText("code"))
                .contains("encoding-doubtful");
        assertThat(visitor.get(place).expect(200).body()).contains("action=\"" + place + "/encoding\"");
        visitor.post(place + "/encoding", Map.of("encoding", "EBCDIC")).expect(400);
        String again = visitor.post(place + "/encoding", Map.of("encoding", "WINDOWS_1252"))
                .expect(303)
                .header("Location");
        UUID next = UUID.fromString(again.split("/")[2]);
        assertThat(ended(lab, next).text("/encoding")).isEqualTo("WINDOWS_1252");
        assertThat(lab.get("/api/v1" + again + "/changes").text("/items/0/subject"))
                .isEqualTo("caf\u00E9\u00E8");
        assertThat(ended(lab, first).text("/state")).isEqualTo("CANCELLED");
    }

    @Test
    void throughTheApiADoubtfulHeadingIsNamedAndTheLinesApply() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 2);
        UUID id = lab.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports?family=METROLOGY", DOUBTFUL)
                .expect(202)
                .id();
        assertThat(ended(lab, id).text("/state")).isEqualTo("DONE");
        assertThat(lab.get("/api/v1/imports/" + id + "/findings").json().findValuesAsText("code"))
                .contains("column-assumed")
                .doesNotContain("family-assumed");
        JsonNode seen =
                lab.get("/api/v1/imports/" + id + "/columns").expect(200).json();
        assertThat(seen.findValuesAsText("state")).containsExactly("ASSUMED", "KNOWN", "KNOWN");
        assertThat(seen.get("family").asText()).isEqualTo("METROLOGY");
    }

    @Test
    void whatIsRememberedIsListedChangedAndForgotten() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 3);
        lab.put(REMEMBERED, Map.of("columns", List.of(Map.of("heading", "品 名", "column", "subject"))))
                .expect(204);
        lab.put(REMEMBERED, Map.of("columns", List.of(Map.of("heading", "品名", "column", "parameter"))))
                .expect(204);
        JsonNode all = lab.get(REMEMBERED).expect(200).json().get("items");
        assertThat(all.findValuesAsText("column")).containsExactly("parameter");
        assertThat(lab.put(REMEMBERED, Map.of("columns", List.of(Map.of("heading", "x", "column", "colour"))))
                        .expect(400)
                        .text("/errors/0/code"))
                .isEqualTo("unknown-column");

        Visitor visitor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 3));
        assertThat(visitor.get("/import-columns").expect(200).body()).contains("品名");
        visitor.post("/import-columns", Map.of("heading", "品名", "column", "")).expect(303);
        assertThat(lab.get(REMEMBERED).json().get("items").get(0).has("column")).isFalse();
        visitor.post("/import-columns/forget", Map.of("heading", "品名")).expect(303);
        assertThat(lab.get(REMEMBERED).json().get("items")).isEmpty();
        lab.delete(REMEMBERED + "?heading=x").expect(404);
        BROKER.as(Role.ENTERPRISE).get(REMEMBERED).expect(403);
    }

    private static Answer ended(ApiClient lab, UUID id) {
        String place = "/api/v1/imports/" + id;
        Waiting.until(() -> !List.of("QUEUED", "RUNNING")
                .contains(lab.get(place).expect(200).text("/state")));
        return lab.get(place);
    }
}
