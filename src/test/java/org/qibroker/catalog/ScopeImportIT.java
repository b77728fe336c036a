package org.qibroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** A scope goes in as a file and is found. */
class ScopeImportIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final String HEADER =
            "类别,服务类型,检测对象|测量仪器名称,项目/参数|被测量,标准(方法)名称及编号,测量范围," + "条件,扩展不确定度(k=2),资质标志,价格,周期(工作日),来源\r\n";

    @Test
    void aScopeIsReadReportedAndFound() {
        ApiClient lab = BROKER.as(Role.PROVIDER, 1);
        String file = "\uFEFF" + HEADER
                + "计量,校准,数显卡尺,示值误差,JJG 30-2012,0~300 mm,,U=0.01 mm,CNAS,120元/件,5,x\r\n"
                + "计量,校准,外径千分尺,示值误差,内部方法,见附表,,0.5级,CNAS,面议,,x\r\n"
                + "天文,校准,望远镜,口径,,,,,,,,x\r\n"
                + "TESTING,,钢筋,抗拉强度,GB/T 228.1-2021,,,,CMA,from 80 CNY/根,3,x\r\n";

        JsonNode done = imported(lab, "", file);

        assertThat(done.get("state").asText()).isEqualTo("DONE");
        assertThat(List.of(
                        done.get("rows").asInt(),
                        done.get("accepted").asInt(),
                        done.get("rejected").asInt()))
                .containsExactly(4, 3, 1);
        Answer findings = lab.get("/api/v1/imports/" + done.get("id").asText() + "/findings");
        assertThat(codes(findings))
                .contains(
                        "1 来源 unknown-column",
                        "3 range range-not-understood",
                        "3 uncertainty uncertainty-not-understood",
                        "3 methods method-not-understood",
                        "4 family family-unknown",
                        "2 marks mark-not-held");
        searchable("千分尺");
        assertThat(found("q=卡尺 0-300mm U≤0.02mm")).containsExactly("数显卡尺");
        assertThat(found("q=卡尺 0-300mm U≤0.005mm")).isEmpty();
        assertThat(found("q=千分尺")).containsExactly("外径千分尺");
        assertThat(found("family=METROLOGY&quantity=length&min=10&max=20&unit=cm&maxUncertainty=10&uncertaintyUnit=um"))
                .containsExactly("数显卡尺");
        assertThat(found("method=GB/T228.1—2021")).containsExactly("钢筋");
        facetsIgnoreTheirOwnChoice();
    }

    private static void facetsIgnoreTheirOwnChoice() {
        assertThat(found("subject=数显 卡尺")).containsExactly("数显卡尺");
        JsonNode facets = BROKER.api()
                .get("/api/v1/capabilities?family=METROLOGY")
                .expect(200)
                .json()
                .get("facets");
        assertThat(facets.get("family").findValuesAsText("value")).contains("METROLOGY", "TESTING");
        assertThat(facets.get("subject").findValuesAsText("value")).contains("数显卡尺", "外径千分尺");
        assertThat(facets.get("subject").findValuesAsText("value")).doesNotContain("钢筋");
    }

    private static List<String> found(String query) {
        String encoded = query.replace(" ", "%20").replace("≤", "%E2%89%A4");
        return BROKER.api()
                .get("/api/v1/capabilities?" + encoded)
                .expect(200)
                .json()
                .get("items")
                .findValuesAsText("subject");
    }

    /** Waits until the lines of the imports before can be searched. */
    private static void searchable(String words) {
        Waiting.until(() -> !found("q=" + words).isEmpty());
    }

    private static List<String> codes(Answer findings) {
        return findings.expect(200).json().get("items").findParents("code").stream()
                .map(f -> f.get("row").asText() + " " + f.path("column").asText() + " "
                        + f.get("code").asText())
                .toList();
    }

    private static JsonNode imported(ApiClient lab, String query, String file) {
        Answer taken = lab.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports" + query, file)
                .expect(202);
        String place = "/api/v1/imports/" + taken.id();
        Waiting.until(() -> !List.of("QUEUED", "RUNNING")
                .contains(lab.get(place).expect(200).text("/state")));
        return lab.get(place).json();
    }
}
