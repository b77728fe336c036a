package org.qibroker.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.account.AccountModule;
import org.qibroker.catalog.Catalog;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** Imports that are interrupted, given up, too large or too many at once. */
class ImportJobIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--http.max-upload=1000000");

    private static final String HEADER = "family,subject,parameter,range,uncertainty\n";
    private static final String LOCK = "select pg_advisory_lock(hashtextextended('imports ' || ?, 0))";

    @Test
    void whatANodeThatDiedLeftBehindIsBegunAnewAndPublishedOnce() throws SQLException {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        UUID provider = BROKER.person(Role.PROVIDER, 1).organisation();
        UUID id;
        try (Connection other = held(LOCK, provider)) {
            id = taken(lab, "", HEADER + lines(3)).id();
            BROKER.execute(
                    "update import set state = 'RUNNING', attempts = 1, lines = 2, accepted = 2 where id = ?", id);
            BROKER.execute(
                    "insert into import_change (import_id, kind, number, capability_id, fields, valid_from)"
                            + " values (?, 'ADDED', 0, gen_random_uuid(), '{}', '2026-01-01')",
                    id);
            assertThat(other.isValid(1)).isTrue();
        }
        anotherNode();
        assertThat(ended(lab, id).text("/state")).isEqualTo("DONE");
        assertThat(stated(id)).isEqualTo(3);
    }

    @Test
    void anImportGivenUpWhileItPublishesLeavesNothingBehind() throws SQLException {
        ApiClient lab = BROKER.as(Role.PROVIDER, 2);
        UUID provider = BROKER.person(Role.PROVIDER, 2).organisation();
        ended(lab, taken(lab, "", HEADER + lines(1)).id());
        Connection queue = held(LOCK, provider);
        UUID id = taken(lab, "?mode=REPLACE", HEADER + "METROLOGY,量块,长度,0~100 mm,\n")
                .id();
        try (Connection scope = held("select 1 from provider where id = ?::uuid for update", provider)) {
            queue.close();
            anotherNode();
            Waiting.until(() -> !BROKER.rows(
                            "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                                    + " and state = 'active'")
                    .isEmpty());
            assertThat(lab.get("/api/v1/imports/" + id).text("/state")).isEqualTo("RUNNING");
            assertThat(lab.delete("/api/v1/imports/" + id).expect(200).text("/state"))
                    .isEqualTo("CANCELLED");
            scope.commit();
        }
        UUID next = taken(lab, "", HEADER + lines(1)).id();
        assertThat(ended(lab, next).text("/unchanged")).isEqualTo("1");
        assertThat(stated(id)).isZero();
        assertThat(lab.get("/api/v1/imports/" + id).text("/state")).isEqualTo("CANCELLED");
        lab.delete("/api/v1/imports/" + id).expect(409);
    }

    @Test
    void importsOfOneProviderRunOneAfterTheOther() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 3);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(taken(lab, "?mode=REPLACE", HEADER + lines(20)).id());
        }
        ids.forEach(id -> assertThat(ended(lab, id).text("/state")).isEqualTo("DONE"));
        assertThat(ids.stream().map(ImportJobIT::stated)).containsExactlyInAnyOrder(20L, 0L, 0L, 0L);
        assertThat(BROKER.rows(
                        "select count(*) from event where kind = 'provider' and type = 'scope-changed' and stream = ?",
                        BROKER.person(Role.PROVIDER, 3).organisation()))
                .as("one event for all lines")
                .containsExactly(Map.of("count", 1L));
    }

    @Test
    void aFileOfWhichNoRowCanBeReadDoesNotTakeThePlaceOfAScope() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 7);
        UUID scope =
                ended(lab, taken(lab, "?mode=REPLACE", HEADER + lines(3)).id()).id();
        Answer wrong = ended(
                lab,
                taken(lab, "?mode=REPLACE", HEADER + "METRO,卡尺,示值误差,0~1 mm,\n".repeat(3))
                        .id());
        assertThat(wrong.text("/state")).isEqualTo("FAILED");
        assertThat(wrong.text("/failure")).isEqualTo("no-row-accepted");
        assertThat(BROKER.rows(
                        "select 1 from capability where import_id = ? and recorded_until is null and valid_to is null",
                        scope))
                .hasSize(3);
        Answer unreadable =
                ended(lab, taken(lab, "?mode=REPLACE", HEADER + "a\0b").id());
        assertThat(unreadable.text("/failure")).isEqualTo("file-with-nul");
        assertThat(unreadable.text("/findings")).isEqualTo("1");
    }

    @Test
    void aLineWhoseRowIsRejectedStaysInForceWhenTheWholeScopeIsSaid() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 8);
        String scope = HEADER.strip() + ",price\nMETROLOGY,数显卡尺,示值误差,0~1 mm,U=0.01 mm,100\n"
                + "METROLOGY,数显卡尺,示值误差,0~2 mm,U=0.01 mm,100\n" + "METROLOGY,数显卡尺,示值误差,0~3 mm,U=0.01 mm,100\n"
                + "METROLOGY,量块,长度,0~100 mm,U=0.1 µm,100\n" + "METROLOGY,千分尺,示值误差,0~25 mm,U=1 µm,100\n";
        UUID first = ended(lab, taken(lab, "?mode=REPLACE", scope).id()).id();
        String next = scope.replace("0~2 mm,U=0.01 mm,100", "0~2 mm,U=0.01 mm,dear")
                .replaceAll("METROLOGY,数显卡尺,示值误差,0~3 mm.*\n", "")
                .replace("METROLOGY,量块", "METRO,量块")
                .replaceAll("METROLOGY,千分尺.*\n", "");
        Answer dry = ended(lab, taken(lab, "?mode=REPLACE&dryRun=true", next).id());
        Answer done = ended(lab, taken(lab, "?mode=REPLACE", next).id());
        for (Answer answer : List.of(dry, done)) {
            assertThat(List.of("state", "rejected", "kept", "ended", "unchanged"))
                    .extracting(name -> answer.text("/" + name))
                    .containsExactly("DONE", "2", "2", "2", "1");
        }
        assertThat(BROKER.rows(
                        "select subject || ' ' || range_text as line from capability where import_id = ?"
                                + " and recorded_until is null and valid_to is null order by 1",
                        first))
                .extracting(row -> row.get("line"))
                .containsExactly("数显卡尺 0~1 mm", "数显卡尺 0~2 mm", "量块 0~100 mm");
        String place = "/api/v1/imports/" + done.id();
        assertThat(lab.get(place + "/changes?kind=KEPT").json().findValuesAsText("row"))
                .containsExactlyInAnyOrder("3", "4");
        assertThat(lab.get(place + "/findings").json().findValuesAsText("message"))
                .anyMatch(message -> message.contains("数显卡尺 · 示值误差 · 0~2 mm"));
    }

    @Test
    void everyCharacterComesThroughAsItWasWritten() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 4);
        String odd = "a\tb \\\\ \"q\" {x,y} \\\\N \uD83D\uDD27";
        ended(
                lab,
                lab.post(
                                "/api/v1/imports",
                                Map.of(
                                        "lines",
                                        List.of(Map.of(
                                                "family",
                                                "TESTING",
                                                "subject",
                                                odd,
                                                "parameter",
                                                "p",
                                                "methods",
                                                List.of(odd, "NULL", "c,d")))))
                        .expect(202)
                        .id());
        String provider = BROKER.person(Role.PROVIDER, 4).organisation().toString();
        Map<String, Object> row = BROKER.rows(
                        "select subject, methods::text from capability where provider_id = ?::uuid", provider)
                .get(0);
        assertThat(row.get("subject")).isEqualTo(odd);
        assertThat(row.get("methods").toString()).contains("\"NULL\"").contains("\"c,d\"");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        String token = BROKER.person(Role.PROVIDER, 5).token();
        URI broker = URI.create(BROKER.url());
        try (Socket socket = new Socket(broker.getHost(), broker.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
                                    + "Content-Length: 2000000000\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    @Test
    void aFileThatTurnsOutTooLargeAndOneThatIsEmptyAreRefused() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 5).with("Content-Type", "text/csv");
        lab.send("POST", "/api/v1/imports", HEADER + lines(40_000)).expect(413);
        lab.send("POST", "/api/v1/imports", "").expect(400);
    }

    @Test
    void oneKeyTakesAFileOnce() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 6)
                .with("Content-Type", "text/csv")
                .with("Idempotency-Key", "scope-of-the-year");
        UUID first = lab.send("POST", "/api/v1/imports", HEADER + lines(2))
                .expect(202)
                .id();
        assertThat(lab.send("POST", "/api/v1/imports", HEADER + lines(2))
                        .expect(202)
                        .id())
                .isEqualTo(first);
        lab.send("POST", "/api/v1/imports", HEADER + lines(3)).expect(422);
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("METROLOGY,数显卡尺,示值误差,0~").append(i + 1).append(" mm,U=0.01 mm\n");
        }
        return lines.toString();
    }

    /** Looks for work as a node does that has just started. */
    private static void anotherNode() {
        Catalog catalog = new Catalog(
                BROKER.platform(),
                UnitRegistry.standard(),
                new AccountModule(BROKER.platform(), BROKER.node().keys()).organisations());
        new Imports(BROKER.platform(), catalog, UnitRegistry.standard()).start();
    }

    private static Connection held(String sql, UUID id) throws SQLException {
        Connection connection = DriverManager.getConnection(
                BROKER.address().jdbcUrl(),
                BROKER.address().user(),
                BROKER.address().password());
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.toString());
            statement.execute();
        }
        return connection;
    }

    private static long stated(UUID id) {
        return (Long) BROKER.rows("select count(*) as n from capability where import_id = ?", id)
                .get(0)
                .get("n");
    }

    private static Answer taken(ApiClient lab, String query, String file) {
        return lab.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports" + query, file)
                .expect(202);
    }

    private static Answer ended(ApiClient lab, UUID id) {
        String place = "/api/v1/imports/" + id;
        Waiting.until(() -> !List.of("QUEUED", "RUNNING")
                .contains(lab.get(place).expect(200).text("/state")));
        JsonNode found = lab.get(place).json();
        assertThat(found.get("added").asInt()
                        + found.get("changed").asInt()
                        + found.get("unchanged").asInt())
                .isEqualTo(found.get("accepted").asInt());
        return lab.get(place);
    }
}
