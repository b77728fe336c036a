package org.qibroker.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.booking.TestLab;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;
import org.qibroker.support.Waiting;

/** Samples from their label to their return, over the API and on pages, and how they agree with their booking. */
class CustodyIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static TestLab lab;
    private static UUID line;

    @BeforeAll
    static void openTheLab() {
        lab = new TestLab(BROKER, 1);
        line = lab.line(null);
    }

    private static ApiClient enterprise() {
        return BROKER.as(Role.ENTERPRISE);
    }

    private static UUID requested() {
        return enterprise()
                .withKey()
                .post("/api/v1/bookings", Map.of("capabilityIds", List.of(line), "pieces", 3))
                .expect(201)
                .id();
    }

    private static UUID accepted() {
        UUID booking = requested();
        step(booking, 1, "accept").expect(200);
        return booking;
    }

    private static Answer step(UUID booking, long version, String action) {
        return lab.api()
                .ifMatch(version)
                .post("/api/v1/bookings/" + booking + "/transitions", Map.of("action", action));
    }

    private static List<String> labelled(UUID booking, String... pieces) {
        List<String> codes = new ArrayList<>();
        Answer made = enterprise()
                .withKey()
                .post("/api/v1/bookings/" + booking + "/samples", Map.of("pieces", List.of(pieces)))
                .expect(201);
        made.json().path("items").forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    private static Answer pass(ApiClient who, String code, Map<String, String> step) {
        return who.post("/api/v1/samples/" + code + "/custody", step);
    }

    private static String state(UUID booking) {
        return enterprise().get("/api/v1/bookings/" + booking).expect(200).text("/state");
    }

    private static Map<String, String> received(String condition) {
        return Map.of("state", "RECEIVED", "condition", condition, "note", "见照片");
    }

    @Test
    void aSampleGoesToTheLaboratoryAndBackAndItsChainSaysSo() {
        UUID booking = accepted();
        String code = labelled(booking, "出厂编号 1").get(0);
        pass(enterprise(), code, Map.of("state", "DISPATCHED", "carrier", "顺丰速运", "trackingNumber", "SF1"))
                .expect(200);
        pass(lab.api(), code, received("GOOD")).expect(200);
        assertThat(state(booking)).isEqualTo("IN_PROGRESS");
        pass(lab.api(), code, Map.of("state", "IN_LAB")).expect(200);
        Answer back = pass(lab.api(), code, Map.of("state", "RETURNED", "carrier", "自行取回"))
                .expect(200);
        assertThat(back.text("/condition")).isEqualTo("GOOD");
        JsonNode chain = enterprise()
                .get("/api/v1/samples/" + code.toLowerCase(Locale.ROOT))
                .expect(200)
                .json()
                .path("custody");
        assertThat(chain.findValuesAsText("state"))
                .containsExactly("PREPARED", "DISPATCHED", "RECEIVED", "IN_LAB", "RETURNED");
        assertThat(chain.at("/1/trackingNumber").asText()).isEqualTo("SF1");
    }

    @Test
    void theBookingBeginsOnceNoPieceIsOnItsWay() {
        UUID booking = accepted();
        List<String> codes = labelled(booking, "一", "二", "三");
        pass(lab.api(), codes.get(0), received("GOOD")).expect(200);
        pass(lab.api(), codes.get(1), received("MISSING")).expect(200);
        assertThat(state(booking)).isEqualTo("ACCEPTED");
        pass(lab.api(), codes.get(2), received("DAMAGED")).expect(200);
        assertThat(state(booking)).isEqualTo("IN_PROGRESS");
        Answer worked = pass(lab.api(), codes.get(1), Map.of("state", "IN_LAB")).expect(409);
        assertThat(worked.text("/type")).contains("custody-not-possible");
    }

    @Test
    void aBookingReceivedAsAWholeHasAllItsPiecesReceived() {
        UUID booking = accepted();
        labelled(booking, "一", "二");
        step(booking, 2, "receive").expect(200);
        Waiting.until(() -> lab.api()
                .get("/api/v1/bookings/" + booking + "/samples")
                .json()
                .path("items")
                .findValuesAsText("condition")
                .equals(List.of("GOOD", "GOOD", "GOOD", "GOOD")));
    }

    @Test
    void labelsAreForWhatIsSentOnceTheBookingIsAccepted() {
        UUID early = requested();
        Map<String, Object> one = Map.of("pieces", List.of("一"));
        ApiClient keyed = enterprise().withKey();
        keyed.post("/api/v1/bookings/" + early + "/samples", one).expect(409);
        UUID booking = accepted();
        ApiClient again = enterprise().withKey();
        Answer first =
                again.post("/api/v1/bookings/" + booking + "/samples", one).expect(201);
        assertThat(again.post("/api/v1/bookings/" + booking + "/samples", one)
                        .expect(201)
                        .body())
                .isEqualTo(first.body());
        enterprise()
                .withKey()
                .post("/api/v1/bookings/" + booking + "/samples", Map.of("pieces", List.of(" ")))
                .expect(400);
        Map<String, Object> many = Map.of("pieces", Collections.nCopies(200, "件"));
        Answer tooMany = lab.api()
                .withKey()
                .post("/api/v1/bookings/" + booking + "/samples", many)
                .expect(400);
        assertThat(tooMany.text("/errors/0/code")).isEqualTo("too-many-pieces");
    }

    @Test
    void whatIsNotOnesOwnIsNotThere() {
        UUID booking = accepted();
        String code = labelled(booking, "一").get(0);
        for (ApiClient stranger : List.of(BROKER.as(Role.ENTERPRISE, 2), BROKER.as(Role.PROVIDER, 2))) {
            stranger.get("/api/v1/samples/" + code).expect(404);
            stranger.get("/api/v1/bookings/" + booking + "/samples").expect(404);
            pass(stranger, code, received("GOOD")).expect(404);
        }
        BROKER.as(Role.COORDINATOR).get("/api/v1/samples/" + code).expect(200);
        pass(enterprise(), code, received("GOOD")).expect(403);
    }

    @Test
    void aMistypedCodeIsToldFromOneThatDoesNotExist() {
        String code = labelled(accepted(), "一").get(0);
        String wrong = (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1);
        Answer mistyped = enterprise().get("/api/v1/samples/" + wrong).expect(400);
        assertThat(mistyped.text("/errors/0/code")).isEqualTo("sample-code-check");
        enterprise().get("/api/v1/samples/" + SampleCode.fresh(new Random(7))).expect(404);
        Visitor nobody = new Visitor(BROKER);
        assertThat(nobody.get("/s/" + wrong).expect(422).body()).contains("校验位");
        assertThat(nobody.get("/s?code=" + code).expect(303).header("Location")).isEqualTo("/s/" + code);
    }

    @Test
    void aCourierLearnsWhereToBringItAndNothingElse() {
        UUID booking = accepted();
        String code = labelled(booking, "秘密样机").get(0);
        String page = new Visitor(BROKER).get("/s/" + code).expect(200).body();
        assertThat(page).contains("广富林路 1 号", "松江实验室").doesNotContain("秘密样机", "ENTERPRISE", "卡尺", "QB2");
        Answer picture = BROKER.api().get("/s/" + code + "/qr.svg").expect(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(picture.body()).startsWith("<svg").contains("<path");
    }

    @Test
    void theLaboratoryReceivesByOneTap() {
        UUID booking = accepted();
        String code = labelled(booking, "一").get(0);
        Visitor atTheDoor = Visitor.signedIn(BROKER, BROKER.person(Role.PROVIDER, 1));
        assertThat(atTheDoor.get("/s/" + code).expect(200).body()).contains("custody-tap");
        atTheDoor
                .post("/s/" + code + "/custody", Map.of("state", "RECEIVED", "condition", "GOOD"))
                .expect(303);
        assertThat(state(booking)).isEqualTo("IN_PROGRESS");
        assertThat(atTheDoor.get("/s/" + code).expect(200).body()).doesNotContain("custody-tap");
        Answer silent = atTheDoor
                .post("/s/" + code + "/custody", Map.of("state", "LOST"))
                .expect(422);
        assertThat(silent.body()).contains("请说明情况");
    }

    @Test
    void aPhotoOfTheConditionIsSeenByBothSidesAndNobodyElse() {
        UUID booking = accepted();
        String code = labelled(booking, "一").get(0);
        String photo = lab.api()
                .with("Content-Type", "application/octet-stream")
                .post("/api/v1/files?name=photo.webp", "RIFF0000WEBPVP8 ")
                .expect(201)
                .text("/id");
        Map<String, String> step = new LinkedHashMap<>(received("DAMAGED"));
        step.put("photoId", UUID.randomUUID().toString());
        assertThat(pass(lab.api(), code, step).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/photoId");
        step.put("photoId", photo);
        Answer damaged = pass(lab.api(), code, step).expect(200);
        assertThat(damaged.text("/custody/1/photoId")).isEqualTo(photo);
        String path = "/api/v1/bookings/" + booking + "/samples/photos/" + photo;
        assertThat(enterprise().get(path).expect(200).header("Content-Type")).isEqualTo("image/webp");
        BROKER.as(Role.ENTERPRISE, 2).get(path).expect(404);
        enterprise()
                .get("/api/v1/bookings/" + accepted() + "/samples/photos/" + photo)
                .expect(404);
        Visitor reader = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        assertThat(reader.get("/bookings/" + booking + "/samples").expect(200).body())
                .contains("/samples/photos/" + photo);
        reader.get("/bookings/" + booking + "/samples/photos/" + photo).expect(200);
    }

    @Test
    void theEnterpriseLabelsPrintsAndSendsOnPages() {
        UUID booking = accepted();
        String samples = "/bookings/" + booking + "/samples";
        Visitor sender = Visitor.signedIn(BROKER, BROKER.person(Role.ENTERPRISE));
        assertThat(sender.get("/bookings/" + booking).expect(200).body()).contains("id=\"samples\"");
        sender.post(samples, Map.of("pieces", "0")).expect(422);
        sender.post(samples, Map.of("names", "编号 1\n编号 2\n")).expect(303);
        assertThat(sender.get("/bookings/" + booking + "/labels").expect(200).body())
                .contains("编号 1", "编号 2", "2/2", "/qr.svg", "广富林路 1 号");
        String code = enterprise().get("/api/v1" + samples).text("/items/0/code");
        Map<String, String> step = new LinkedHashMap<>(Map.of("state", "DISPATCHED", "carrier", "京东物流"));
        assertThat(sender.post(samples + "/custody", step).expect(422).body()).contains("至少选择一件");
        step.put("codes", code);
        sender.post(samples + "/custody", step).expect(303);
        assertThat(sender.get(samples).expect(200).body()).contains("京东物流", "在途");
    }

    @Test
    void theTableRefusesWhatTheRulesNeverWrite() {
        String code = labelled(accepted(), "一", "二").get(0);
        Map<String, String> broken = Map.of(
                "custody_sample_position_range", "position = 201",
                "custody_sample_position_once", "position = 2",
                "custody_sample_code_form", "code = 'UUUUUUUUUU'",
                "custody_sample_name_filled", "name = ' '",
                "custody_sample_state_known", "state = 'EATEN'",
                "custody_sample_condition_known", "condition = 'FINE'",
                "custody_sample_received_somehow", "state = 'RECEIVED'",
                "custody_sample_sent_by_somebody", "state = 'DISPATCHED'",
                "custody_sample_work_needs_a_piece", "state = 'IN_LAB', condition = 'WRONG'",
                "custody_sample_missing_goes_nowhere", "condition = 'MISSING'");
        broken.forEach((constraint, change) -> refuses(constraint, change, code));
        String other = labelled(accepted(), "一").get(0);
        refuses("custody_sample_code_once", "code = '" + other + "'", code);
        refuses("custody_sample_booking_fk", "booking_id = gen_random_uuid()", code);
    }

    private static void refuses(String constraint, String change, String code) {
        assertThatThrownBy(() -> BROKER.execute("UPDATE custody_sample SET " + change + " WHERE code = ?", code))
                .rootCause()
                .hasMessageContaining(constraint);
    }
}
