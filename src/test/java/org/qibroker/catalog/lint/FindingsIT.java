package org.qibroker.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** What a provider is told about its scope, and who else is. */
class FindingsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String SCOPE =
            """
            family,subject,parameter,quantity,methods,range,uncertainty,limitation
            METROLOGY,数显卡尺,示值误差,length,JJG 30-2012,0~300 mm,U=0.02 mm,
            METROLOGY,数显卡尺,示值误差,length,JJG30—2012,500~300 mm,U=0.02 mm,无
            """;

    private static UUID published(ApiClient lab) {
        Answer taken = lab.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports", SCOPE)
                .expect(202);
        String place = "/api/v1/imports/" + taken.id();
        Waiting.until(() -> lab.get(place).expect(200).text("/state").equals("DONE"));
        return UUID.fromString(lab.get(place).expect(200).text("/providerId"));
    }

    @Test
    void aProviderIsToldWhatIsDoubtfulAndWhatWouldRaiseItsScore() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        UUID provider = published(lab);
        String findings = "/api/v1/providers/" + provider + "/findings";

        Answer all = lab.with("Accept-Language", "en").get(findings).expect(200);
        assertThat(all.json().findValuesAsText("rule"))
                .containsExactlyInAnyOrder("RANGE_INVERTED", "DESIGNATION_UNCLEAN", "LIMITATION_EMPTY");
        Answer inverted = lab.get(findings + "?rule=RANGE_INVERTED").expect(200);
        assertThat(inverted.text("/total")).isEqualTo("1");
        assertThat(inverted.text("/items/0/fix/after")).isEqualTo("300~500 mm");
        assertThat(lab.get(findings + "?severity=INFO").expect(200).text("/total"))
                .isEqualTo("1");
        Answer first = lab.get(findings + "?limit=1").expect(200);
        assertThat(lab.get(findings + "?limit=2&cursor=" + first.text("/nextCursor"))
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(2);
        Answer quality = lab.get("/api/v1/providers/" + provider + "/quality").expect(200);
        assertThat(quality.text("/score")).isEqualTo("50.0");
        assertThat(quality.text("/gains/0/rule")).isEqualTo("RANGE_INVERTED");
    }

    @Test
    void onlyTheProviderAndCoordinatorsAreTold() {
        UUID provider = published(BROKER.as(Role.PROVIDER, 2));
        String findings = "/api/v1/providers/" + provider + "/findings";
        String quality = "/api/v1/providers/" + provider + "/quality";
        BROKER.as(Role.COORDINATOR).get(findings).expect(200);
        BROKER.as(Role.COORDINATOR).get(quality).expect(200);
        BROKER.as(Role.PROVIDER, 3).get(findings).expect(403);
        BROKER.as(Role.PROVIDER, 3).get(quality).expect(403);
        BROKER.as(Role.COORDINATOR)
                .get("/api/v1/providers/" + new UUID(0, 7) + "/findings")
                .expect(404);
    }
}
