package org.qibroker.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.catalog.imports.rows.MangledFiles;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Role;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** Mangled files that are really sent: none is answered with a failure of the broker, none loses a row. */
class MangledFilesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final int FILES = 60;
    private static final int LABS = 4;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void eachIsTakenAndEndsWithAllItsRowsAccountedFor() throws Exception {
        MangledFiles files = new MangledFiles(42);
        List<ApiClient> labs = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            int lab = 1 + i % LABS;
            labs.add(BROKER.as(Role.PROVIDER, lab));
            places.add(sent(files.next(), BROKER.person(Role.PROVIDER, lab).token()));
        }
        int rows = 0;
        for (int i = 0; i < FILES; i++) {
            JsonNode ended = ended(labs.get(i), places.get(i));
            assertThat(ended.get("state").asText()).as("file %d", i).isIn("DONE", "FAILED");
            assertThat(ended.path("failure").asText()).as("file %d", i).isNotEqualTo("unexpected");
            assertThat(ended.get("state").asText().equals("FAILED")
                            && ended.get("findings").asInt() == 0)
                    .as("file %d failed and nothing says why", i)
                    .isFalse();
            assertThat(ended.get("accepted").asInt() + ended.get("rejected").asInt())
                    .as("file %d", i)
                    .isEqualTo(ended.get("rows").asInt());
            rows += ended.get("rows").asInt();
            labs.get(i).get(places.get(i) + "/findings").expect(200);
            labs.get(i).get(places.get(i) + "/remarks.csv").expect(200);
            assertThat(labs.get(i).get(places.get(i) + "/columns").status()).isIn(200, 409);
        }
        assertThat(rows).isGreaterThan(FILES / 2);
    }

    private static String sent(MangledFiles.Mangled file, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(BROKER.url() + "/api/v1/imports?mode=REPLACE&format=" + file.format()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file.content()))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return "/api/v1/imports/"
                + Json.mapper().readTree(answer.body()).get("id").asText();
    }

    private static JsonNode ended(ApiClient lab, String place) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        Waiting.until(() -> {
            seen.set(lab.get(place).json());
            return !List.of("QUEUED", "RUNNING")
                    .contains(seen.get().get("state").asText());
        });
        return seen.get();
    }
}
